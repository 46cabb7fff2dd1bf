package org.dohyo.vote.uncounted;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.apache.commons.statistics.distribution.HypergeometricDistribution;

/**
 * A reason for which the newest votes are left out of the ratings far more often than earlier ones were.
 * <p>
 * Of {@code n} newest and {@code m} earlier votes, {@code x} and {@code k} are not counted for the reason. If the
 * reason were as frequent now as before, then, given {@code x + k}, the number among the newest would be
 * hypergeometric:
 *
 * <pre>
 * p = P(X ≥ x) = Σ (i = x … min(n, x + k)) C(x + k, i) · C(m + n − x − k, n − i) / C(m + n, n)
 * </pre>
 *
 * This is the one-sided exact test of R. A. Fisher (Statistical Methods for Research Workers, fifth edition, 1934,
 * section 21.02). It needs no large numbers, and it knows that a share measured on few earlier votes is unsure. A
 * {@code p} below {@value #CHANCE} is a jump. A false one is expected less than once in a million looks at fresh votes
 * that are independent of each other.
 * <p>
 * Beside it, a reason that takes more than half of the newest {@value #MANY} votes, or of all if there are at least
 * {@value #FEW}, is always a jump: earlier votes can't make that normal, for they may be from the same trouble, and a
 * new arena has none.
 *
 * @param reason the code stored with the votes
 * @param uncounted {@code x}
 * @param votes {@code n}, 20 or 200, or as many as there are
 * @param earlierUncounted {@code k}
 * @param earlierVotes {@code m}; 0 in a new arena
 */
public record Jump(String reason, long uncounted, long votes, long earlierUncounted, long earlierVotes) {

    static final double CHANCE = 1e-6;
    /** The newest votes that are compared: few, so that a sudden trouble shows soon, and many, for a slighter one. */
    static final int FEW = 20;
    public static final int MANY = 200;

    /** Votes that aren't counted by their reason, of all votes of a time. */
    public record Tally(long votes, Map<String, Long> uncounted) {

        static final Tally NONE = new Tally(0, Map.of());

        /** @param reasons of each vote; empty for one that counts */
        public static Tally of(List<Optional<String>> reasons) {
            Map<String, Long> uncounted = new HashMap<>();
            reasons.stream().flatMap(Optional::stream).forEach(reason -> uncounted.merge(reason, 1L, Long::sum));
            return new Tally(reasons.size(), uncounted);
        }

        Tally plus(Tally other) {
            Map<String, Long> sum = new HashMap<>(uncounted);
            other.uncounted.forEach((reason, votes) -> sum.merge(reason, votes, Long::sum));
            return new Tally(votes + other.votes, sum);
        }

        long of(String reason) {
            return uncounted.getOrDefault(reason, 0L);
        }

        long allUncounted() {
            return uncounted.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /**
     * The jumps of the newest votes, one for each reason, the least likely first.
     *
     * @param newest the reasons of at most {@value #MANY} votes, the newest first
     */
    public static List<Jump> in(List<Optional<String>> newest, Tally earlier) {
        Map<String, Jump> jumps = new HashMap<>();
        for (int size : new int[] { MANY, FEW }) {
            Tally now = Tally.of(newest.subList(0, Math.min(size, newest.size())));
            now.uncounted().keySet().stream().map(reason -> of(reason, now, earlier))
                    .filter(jump -> jump.chance() < CHANCE || size == MANY && jump.takesMost())
                    .forEach(jump -> jumps.merge(jump.reason, jump, Jump::lessLikely));
        }
        List<Jump> inOrder = new ArrayList<>(jumps.values());
        inOrder.sort(Comparator.comparingDouble(Jump::chance).thenComparing(Jump::reason));
        return inOrder;
    }

    private static Jump of(String reason, Tally now, Tally earlier) {
        return new Jump(reason, now.of(reason), now.votes(), earlier.of(reason), earlier.votes());
    }

    private boolean takesMost() {
        return votes >= FEW && 2 * uncounted > votes;
    }

    private static Jump lessLikely(Jump one, Jump other) {
        return other.chance() < one.chance() ? other : one;
    }

    /** {@code p} of the test; 1 without earlier votes. */
    double chance() {
        return HypergeometricDistribution.of(Math.toIntExact(votes + earlierVotes),
                Math.toIntExact(uncounted + earlierUncounted), Math.toIntExact(votes))
                .survivalProbability(Math.toIntExact(uncounted - 1));
    }

    /** The earlier share in percent with one decimal, such as {@code 2.1}; null without earlier votes. */
    public String earlierPercent() {
        return earlierVotes == 0 ? null : Double.toString(Math.round(1000.0 * earlierUncounted / earlierVotes) / 10.0);
    }
}
