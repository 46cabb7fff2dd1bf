package org.dohyo.leaderboard.pairing;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.dohyo.battle.Battle;
import org.dohyo.battle.Standing;
import org.dohyo.battle.Standings;
import org.dohyo.leaderboard.board.PairResult;
import org.dohyo.leaderboard.board.Snapshots;
import org.dohyo.leaderboard.count.CountedPair;
import org.dohyo.text.Categories;
import org.dohyo.vote.LogReader;

/** Reads the votes between a battle's two models from the counts. */
@ApplicationScoped
public class PairStandings implements Standings {

    private final CountedPair.Repository pairs;
    private final LogReader log;
    private final Snapshots snapshots;

    PairStandings(CountedPair.Repository pairs, LogReader log, Snapshots snapshots) {
        this.pairs = pairs;
        this.log = log;
        this.snapshots = snapshots;
    }

    @Override
    @Transactional
    public Standing of(Battle battle) {
        boolean taken = log.position(battle.id).map(position -> position < snapshots.publishedLogSize()).orElse(false);
        Optional<CountedPair> pair = pairs.in(Categories.OVERALL, battle.modelA, battle.modelB);
        if (pair.map(CountedPair::votes).orElse(0L) == 0) {
            return new Standing(0, 0, 0, 0, 0, null, null, null, taken);
        }
        return standing(pair.get(), battle.modelA < battle.modelB, taken);
    }

    private static Standing standing(CountedPair pair, boolean aFirst, boolean taken) {
        PairResult result = PairResult.of("a", "b", aFirst ? pair.firstWins : pair.secondWins,
                aFirst ? pair.secondWins : pair.firstWins, pair.ties, pair.bothBad);
        return new Standing(result.votes(), result.winsA(), result.winsB(), result.ties(), result.bothBad(),
                result.winRate(),
                result.low(), result.high(), taken);
    }
}
