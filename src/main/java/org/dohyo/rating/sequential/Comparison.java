package org.dohyo.rating.sequential;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Is B better than A? An e-process in either direction over the votes on the two, in their order. It may be looked at
 * after every vote, and votes may end whenever somebody likes: if neither is better, the probability that it ever
 * decides is at most α (J. Ville's inequality, 1939), because each direction has to reach e = 2/α.
 * <p>
 * A vote's score is 1 for B, −1 for A, 0 for a tie or both bad, or anything between (½ for "B slightly better"). "Not
 * better" means that no vote, whatever went before it, favours B on average. Votes of one annotator with a taste don't
 * fulfil that for the public, only for this group of annotators: let each annotator vote on few items of the pair, or
 * pass one mean score for each annotator.
 * <p>
 * {@link Bets} has formula and source. Units: e-values are bare numbers; 1 is no evidence, 20 that of a test at 5%.
 *
 * @param forB the e-value that B is better after each vote
 * @param forA the same of A
 * @param verdict the first direction that reached 2/α; further votes don't change it
 * @param decidedAfter how many votes that took; empty if undecided
 * @param stillNeeded how many further votes decide if they go as all so far did; empty if decided, without votes, where
 *        neither leads, or if {@value #MOST} wouldn't suffice. A forecast without error bounds
 */
public record Comparison(double[] forB, double[] forA, Verdict verdict, OptionalLong decidedAfter,
        OptionalLong stillNeeded) {

    private static final long MOST = 1_000_000_000;

    /**
     * @param scores in the order of the votes
     * @param alpha the probability of a false verdict, above 0 and below 1
     * @throws IllegalArgumentException if a score is outside −1 … 1, or α out of range
     */
    public static Comparison of(double[] scores, double alpha) {
        double bar = bar(alpha);
        Bets onB = new Bets();
        Bets onA = new Bets();
        double[] forB = new double[scores.length];
        double[] forA = new double[scores.length];
        Verdict verdict = Verdict.UNDECIDED;
        OptionalLong decided = OptionalLong.empty();
        for (int vote = 0; vote < scores.length; vote++) {
            if (!(Math.abs(scores[vote]) <= 1)) {
                throw new IllegalArgumentException("score " + scores[vote] + " of vote " + vote);
            }
            forB[vote] = onB.after(scores[vote]);
            forA[vote] = onA.after(-scores[vote]);
            if (verdict == Verdict.UNDECIDED && Math.max(forB[vote], forA[vote]) >= bar) {
                verdict = forB[vote] >= bar ? Verdict.B_BETTER : Verdict.A_BETTER;
                decided = OptionalLong.of(vote + 1L);
            }
        }
        return new Comparison(forB, forA, verdict, decided,
                verdict == Verdict.UNDECIDED ? stillNeeded(scores, bar) : OptionalLong.empty());
    }

    private static double bar(double alpha) {
        if (!(alpha > 0 && alpha < 1)) {
            throw new IllegalArgumentException("alpha " + alpha);
        }
        return 2 / alpha;
    }

    /** The least number of votes, in the proportions so far, at which the leader's evidence reaches the bar. */
    private static OptionalLong stillNeeded(double[] scores, double bar) {
        Map<Double, Integer> counts = new TreeMap<>();
        double lead = 0;
        for (double score : scores) {
            counts.merge(score, 1, Integer::sum);
            lead += score;
        }
        double side = Math.signum(lead);
        double[] distinct = counts.keySet().stream().mapToDouble(score -> side * score).toArray();
        List<Integer> numbers = new ArrayList<>(counts.values());
        if (side == 0 || !reaches(distinct, numbers, scores.length, MOST, bar)) {
            return OptionalLong.empty();
        }
        long tooFew = scores.length;
        long enough = MOST;
        while (enough - tooFew > 1) {
            long middle = (tooFew + enough) / 2;
            if (reaches(distinct, numbers, scores.length, middle, bar)) {
                enough = middle;
            } else {
                tooFew = middle;
            }
        }
        return OptionalLong.of(enough - scores.length);
    }

    private static boolean reaches(double[] distinct, List<Integer> numbers, long votes, long votesThen, double bar) {
        double[] then = numbers.stream().mapToDouble(number -> (double) number * votesThen / votes).toArray();
        return Bets.logSum(distinct, then) >= Math.log(bar);
    }
}
