package org.dohyo.integrity.tilt;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

import org.dohyo.rating.VoterVotes;

/**
 * The evidence that some votes don't come from people who judge answers: a mean of likelihood ratios, 1 at the
 * beginning, which honest votes keep small. With Π over the votes and p₀ the expected odds,
 *
 * <pre>
 * E = T/S · Σ_m 1/6 · Σ_δ Π p_δ,m(o)/p₀(o) / Σ_k w_k·Π p_τ_k,m(o)/p₀(o)   votes lean to or from a model m,
 *                                                                       δ = ±1.5, ±2.5, ±4, p_δ,m(o) ∝ p₀(o)·e^{δs}
 *   + C · Π c(o)/p₀(o)                                                  votes by a coin
 *   + P/S · Σ_m 1/3 · Σ_j Π p_m,j(o)/p₀(o)                              each vote lifts m against its neighbour j
 * </pre>
 *
 * where s is 1, 0 or −1 if m wins, ties or loses and 0 if it takes no part. The divisor of the first line is the
 * likelihood of an honest voter's own taste for m, spread by {@link Slack}; without taste it is 1. E is then a
 * martingale: at any time that is chosen by looking at it, its mean is 1, so that it ever reaches 1/α with a
 * probability of at most α (J. Ville, 1939). A mean over 5/4 of the models that are known at the first vote leaves room
 * for those that come later.
 * <p>
 * All products are kept as logarithms. A vote costs O(number of models).
 */
public final class Evidence {

    static final double[] TILTS = { -4, -2.5, -1.5, 1.5, 2.5, 4 };
    /** The tilt of a voter who wants to raise a model whatever is on screen, allowing for one error in twenty. */
    static final double PROMOTING = 2;
    static final double OF_TILTS = 0.5;
    static final double OF_COIN = 0.2;
    static final double OF_PROMOTING = 0.3;
    /** A voter's votes weigh at most so much in the ratings. */
    private static final double CAP = VoterVotes.CAP;

    private final Slack slack;
    private int slots;
    private double[][] leanings = {};
    private double[][] tastes = {};
    private double[][] promoting = {};
    private double coin;
    private double[] own = {};
    private double[] pending = {};
    private long votes;
    private long epoch = -1;
    private double logE;
    private double peak;

    public Evidence(Slack slack) {
        this.slack = slack;
    }

    /** As it was when {@link #state} was read. */
    public static Evidence of(Slack slack, double[] state) {
        Evidence evidence = new Evidence(slack);
        State read = new State(state);
        evidence.slots = (int) read.next();
        int models = (int) read.next();
        evidence.votes = (long) read.next();
        evidence.epoch = (long) read.next();
        evidence.logE = read.next();
        evidence.peak = read.next();
        evidence.coin = read.next();
        evidence.grow(models);
        evidence.perModel().forEach(read::fill);
        return evidence;
    }

    /** Everything that is known, from which {@link #of} makes the same evidence again. */
    public double[] state() {
        DoubleStream head = DoubleStream.of(slots, leanings.length, votes, epoch, logE, peak, coin);
        return DoubleStream.concat(head, perModel().flatMapToDouble(Arrays::stream)).toArray();
    }

    private Stream<double[]> perModel() {
        return Stream.of(Stream.of(own, pending), Arrays.stream(promoting), Arrays.stream(leanings),
                Arrays.stream(tastes)).flatMap(rows -> rows);
    }

    /** Reads a state from its beginning. */
    private static final class State {

        private final double[] state;
        private int at;

        State(double[] state) {
            this.state = state;
        }

        double next() {
            return state[at++];
        }

        void fill(double[] row) {
            System.arraycopy(state, at, row, 0, row.length);
            at += row.length;
        }
    }

    /** The logarithm of E now. */
    public double logE() {
        return logE;
    }

    /** The largest value that {@link #logE} has had. */
    public double peak() {
        return peak;
    }

    /** The number of votes that were judged. */
    public long votes() {
        return votes;
    }

    /**
     * Adds a vote; one on a model that too little is known of says nothing.
     *
     * @param expected frozen before the vote
     * @param at the number of the epoch of these expectations, never falling
     * @return the logarithm of E
     */
    public double add(Expectations expected, long at, int first, int second, Result result) {
        begin(expected, at);
        if (!expected.knows(first) || !expected.knows(second)) {
            return logE;
        }
        Odds odds = expected.odds(first, second, leftOut());
        lean(first, odds, result);
        lean(second, new Odds(odds.loss(), odds.tie(), odds.win()), result.turned());
        coin += Math.log(expected.coin().of(result) / odds.of(result));
        promote(expected, first, second, odds, result);
        pending[first] += result.score() - odds.score();
        pending[second] -= result.score() - odds.score();
        votes++;
        logE = mean();
        peak = Math.max(peak, logE);
        return logE;
    }

    /** These votes have no weight in the ratings, so that nothing is left out of what is expected. */
    public void leaveUncounted() {
        Arrays.fill(own, 0);
        Arrays.fill(pending, 0);
    }

    private void begin(Expectations expected, long at) {
        if (slots == 0) {
            slots = expected.models() + expected.models() / 4;
        }
        if (leanings.length < expected.models()) {
            grow(expected.models());
        }
        if (at > epoch) {
            for (int model = 0; model < pending.length; model++) {
                own[model] += pending[model];
                pending[model] = 0;
            }
            epoch = at;
        }
    }

    private void grow(int models) {
        int before = leanings.length;
        leanings = Arrays.copyOf(leanings, models);
        tastes = Arrays.copyOf(tastes, models);
        promoting = Arrays.copyOf(promoting, models);
        for (int model = before; model < models; model++) {
            leanings[model] = new double[TILTS.length];
            tastes[model] = new double[slack.nodes().length];
            promoting[model] = new double[Expectations.NEIGHBOURS.length];
        }
        own = Arrays.copyOf(own, models);
        pending = Arrays.copyOf(pending, models);
    }

    /** The votes that took part in the expectations have the weight that they have in the ratings. */
    private double[] leftOut() {
        double weight = Math.min(1, CAP / Math.max(1, votes));
        return weight == 1 ? own : Arrays.stream(own).map(score -> weight * score).toArray();
    }

    private void lean(int model, Odds odds, Result result) {
        for (int i = 0; i < TILTS.length; i++) {
            leanings[model][i] += odds.tilted(TILTS[i], result);
        }
        for (int i = 0; i < tastes[model].length; i++) {
            tastes[model][i] += odds.tilted(slack.nodes()[i], result);
        }
    }

    private void promote(Expectations expected, int first, int second, Odds odds, Result result) {
        double forFirst = odds.tilted(PROMOTING, result);
        double forSecond = odds.tilted(-PROMOTING, result);
        for (int model = 0; model < expected.models(); model++) {
            for (int i = 0; i < promoting[model].length; i++) {
                int sign = expected.promotes(model, i, first, second);
                promoting[model][i] += sign > 0 ? forFirst : sign < 0 ? forSecond : 0;
            }
        }
    }

    private double mean() {
        int watched = Math.min(slots, leanings.length);
        LogSum sum = new LogSum();
        double lean = Math.log(OF_TILTS / slots / TILTS.length);
        double promote = Math.log(OF_PROMOTING / slots / Expectations.NEIGHBOURS.length);
        for (int model = 0; model < watched; model++) {
            double spread = slack.logMean(tastes[model]);
            for (double leaning : leanings[model]) {
                sum.add(lean + leaning - spread);
            }
            for (double promoted : promoting[model]) {
                sum.add(promote + promoted);
            }
        }
        // Models that are not there yet keep their share.
        if (watched < slots) {
            sum.add(Math.log((OF_TILTS + OF_PROMOTING) * (slots - watched) / slots));
        }
        sum.add(Math.log(OF_COIN) + coin);
        return sum.value();
    }

    /** The explanation that the votes speak for most. */
    public Explanation leading() {
        Explanation leading = Explanation.COIN;
        double most = coin;
        for (int model = 0; model < leanings.length; model++) {
            for (Explanation explanation : Explanation.of(model)) {
                double ratio = logRatio(explanation);
                if (ratio > most) {
                    most = ratio;
                    leading = explanation;
                }
            }
        }
        return leading;
    }

    /** The logarithm of the likelihood ratio of one explanation alone, which was chosen without these votes. */
    public double logRatio(Explanation explanation) {
        int model = explanation.model();
        if (explanation.kind() == Explanation.Kind.COIN) {
            return coin;
        }
        if (model >= leanings.length) {
            return 0;
        }
        return explanation.kind() == Explanation.Kind.LEANING
                ? leanings[model][explanation.variant()] - slack.logMean(tastes[model])
                : promoting[model][explanation.variant()];
    }
}
