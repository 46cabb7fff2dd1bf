package org.dohyo.dataset.format;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.battle.Outcome;

/**
 * alpaca_eval's leaderboard: how often each model won, lost and drew against one baseline, which the file doesn't name.
 * Each of these is one comparison by a judge.
 */
@ApplicationScoped
class AlpacaLeaderboardFormat implements VoteFormat {

    static final String BASELINE = "alpaca-eval-baseline";
    /** The set has 805 instructions; far more are no leaderboard's row. */
    private static final int MOST = 10_000;

    @Override
    public String name() {
        return "alpaca-leaderboard";
    }

    @Override
    public boolean fits(Fields first) {
        return first.has("n_wins", "n_wins_base", "n_draws");
    }

    @Override
    public List<Comparison> comparisons(Fields given) throws InvalidRecord {
        // pandas writes the index, which is the model, as a column without a name.
        Pair pair = Pair.of(given.name(given.has("") ? "" : "name"), BASELINE);
        List<Comparison> read = new ArrayList<>();
        add(read, given, pair, "n_wins", Outcome.A);
        add(read, given, pair, "n_wins_base", Outcome.B);
        add(read, given, pair, "n_draws", Outcome.TIE);
        return read;
    }

    private static void add(List<Comparison> read, Fields given, Pair pair, String field, Outcome outcome)
            throws InvalidRecord {
        double count = given.number(field);
        if (!(count >= 0 && count <= MOST && count == Math.rint(count))) {
            throw new InvalidRecord(field, words -> words.noCount(field, MOST));
        }
        for (int i = 1; i <= count; i++) {
            read.add(new Comparison("alpaca-leaderboard:" + Slug.of(pair.modelA()) + ":" + outcome + ":" + i, false,
                    pair.modelA(), pair.modelB(), outcome, null, SourceKind.JUDGE, "alpaca-leaderboard:judge", 1, true,
                    Topics.of(List.of()), null, null, given.now()));
        }
    }
}
