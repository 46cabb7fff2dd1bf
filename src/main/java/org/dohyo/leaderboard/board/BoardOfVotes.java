package org.dohyo.leaderboard.board;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.dohyo.battle.Outcome;
import org.dohyo.model.ModelFacts;
import org.dohyo.rating.BradleyTerry;
import org.dohyo.rating.Fit;
import org.dohyo.rating.PairCount;
import org.dohyo.rating.PairCounts;
import org.dohyo.rating.RankIntervals;
import org.dohyo.rating.VoterVotes;

/**
 * Some votes by themselves, such as those of a release, and the default board that they give: each voter's weight is
 * limited, and the intervals allow for a voter's taste. The same votes in the same order give the same board.
 */
public final class BoardOfVotes {

    private static final long SEED = 1;

    private final Map<String, Map<Pair, long[]>> voters = new LinkedHashMap<>();
    private final TreeSet<String> models = new TreeSet<>();

    private record Pair(String modelA, String modelB) {

        PairCount count(Map<String, Integer> index, long[] outcomes) {
            return new PairCount(index.get(modelA), index.get(modelB), outcomes[Outcome.A.ordinal()],
                    outcomes[Outcome.B.ordinal()], outcomes[Outcome.TIE.ordinal()],
                    outcomes[Outcome.BOTH_BAD.ordinal()]);
        }
    }

    /**
     * Adds a vote.
     *
     * @param voter any name of the voter
     * @param modelA a slug
     */
    public void add(String voter, String modelA, String modelB, Outcome outcome) {
        voters.computeIfAbsent(voter, unused -> new LinkedHashMap<>()).computeIfAbsent(new Pair(modelA, modelB),
                unused -> new long[Outcome.values().length])[outcome.ordinal()]++;
        models.add(modelA);
        models.add(modelB);
    }

    /** The slugs of the models. */
    public List<String> models() {
        return List.copyOf(models);
    }

    /**
     * @param facts of all {@link #models}
     * @param logSize the size of the log that the votes are taken from
     * @throws org.dohyo.rating.NotConvergedException if the votes can't be fitted
     */
    public Board board(String category, List<ModelFacts> facts, long logSize, Instant now) {
        List<ModelFacts> bySlug = facts.stream().sorted(Comparator.comparing(ModelFacts::slug)).toList();
        Map<String, Integer> index = new HashMap<>();
        bySlug.forEach(model -> index.put(model.slug(), index.size()));
        VoterVotes votes = new VoterVotes(bySlug.size());
        List<PairCount> all = new ArrayList<>();
        voters.values().forEach(pairs -> {
            List<PairCount> ofVoter = pairs.entrySet().stream()
                    .map(pair -> pair.getKey().count(index, pair.getValue())).toList();
            votes.add(ofVoter);
            all.addAll(ofVoter);
        });
        PairCounts counts = new PairCounts(bySlug.size(), all);
        Fit fit = BradleyTerry.fit(votes, BradleyTerry.fit(counts));
        return new FittedBoard(BoardKey.of(category), bySlug.stream().map(ModelFacts::id).toList(), counts, fit,
                RankIntervals.of(fit, SEED), logSize)
                .board(bySlug.stream().collect(Collectors.toMap(ModelFacts::id, Function.identity())), now);
    }
}
