package org.dohyo.integrity.tilt;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.dohyo.rating.BradleyTerry;
import org.dohyo.rating.EloScale;
import org.dohyo.rating.Information;
import org.dohyo.rating.WeightedPair;

/**
 * What the votes until one moment let expect of a vote, frozen until the next epoch: a vote never has a part in what is
 * expected of it.
 */
public final class Expectations {

    /** With fewer votes a model's rating says too little to judge anyone by it. */
    static final double ENOUGH_VOTES = 50;
    /**
     * The places, from a model's own, of those it may be meant to pass or to leave behind. The board may have moved
     * since whoever votes looked at it.
     */
    static final int[] NEIGHBOURS = { -2, -1, 1 };
    private static final int BISECTIONS = 60;
    private static final double MOST_TIES = 1e3;

    private final double[] theta;
    private final double[] votes;
    private final double ties;
    private final double tieShare;
    private final double[][] influence;
    private final int[][] neighbours;

    private Expectations(double[] theta, double[] votes, double ties, double tieShare, double[][] influence) {
        this.theta = theta;
        this.votes = votes;
        this.ties = ties;
        this.tieShare = tieShare;
        this.influence = influence;
        this.neighbours = neighbours(theta, votes);
    }

    /** @param pairs the weighted votes between models 0 … models−1 */
    public static Expectations of(int models, List<WeightedPair> pairs) {
        double[] ratings = BradleyTerry.ratings(models, pairs).ratings();
        double[] theta = Arrays.stream(ratings).map(EloScale::logStrength).toArray();
        Information information = Information.of(ratings, pairs);
        double[][] influence = new double[models][];
        double[] votes = new double[models];
        for (int i = 0; i < models; i++) {
            double[] unit = new double[models];
            unit[i] = 1;
            influence[i] = information.response(unit);
        }
        double halves = 0;
        double sum = 0;
        for (WeightedPair pair : pairs) {
            votes[pair.first()] += pair.weight();
            votes[pair.second()] += pair.weight();
            halves += pair.halves();
            sum += pair.weight();
        }
        return new Expectations(theta, votes, ties(theta, pairs, halves), sum > 0 ? halves / sum : 0, influence);
    }

    /** ν for which as many ties are expected as there are. */
    private static double ties(double[] theta, List<WeightedPair> pairs, double halves) {
        double low = 0;
        double high = MOST_TIES;
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = (low + high) / 2;
            double expected = pairs.stream()
                    .mapToDouble(pair -> pair.weight() * Odds
                            .of(score(theta[pair.first()] - theta[pair.second()]), middle).tie())
                    .sum();
            if (expected < halves) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** Never 0 or 1, however far apart two models are. */
    private static double score(double difference) {
        return Math.min(1 - 1e-9, Math.max(1e-9, 1 / (1 + Math.exp(-difference))));
    }

    /** For each model its neighbours on the board, nearest last: two above, one above and one below; −1 for none. */
    private static int[][] neighbours(double[] theta, double[] votes) {
        List<Integer> falling = IntStream.range(0, theta.length).filter(model -> votes[model] >= ENOUGH_VOTES).boxed()
                .sorted(Comparator.comparingDouble(model -> -theta[model])).toList();
        int[][] neighbours = new int[theta.length][NEIGHBOURS.length];
        Arrays.stream(neighbours).forEach(row -> Arrays.fill(row, -1));
        for (int place = 0; place < falling.size(); place++) {
            for (int i = 0; i < NEIGHBOURS.length; i++) {
                int other = place + NEIGHBOURS[i];
                if (other >= 0 && other < falling.size()) {
                    neighbours[falling.get(place)][i] = falling.get(other);
                }
            }
        }
        return neighbours;
    }

    public int models() {
        return theta.length;
    }

    /** True if the model has enough votes to judge a vote on it. */
    boolean knows(int model) {
        return model < theta.length && votes[model] >= ENOUGH_VOTES;
    }

    /**
     * What is expected of a vote.
     *
     * @param own scores by model, Σ w(y−p), of the judged voter's votes that took part in these expectations; they are
     *        taken out to first order
     */
    Odds odds(int first, int second, double[] own) {
        double difference = theta[first] - theta[second];
        for (int model = 0; model < Math.min(own.length, theta.length); model++) {
            difference -= (influence[first][model] - influence[second][model]) * own[model];
        }
        return Odds.of(score(difference), ties);
    }

    /** Of a coin that knows how many ties there are, and no model. */
    Odds coin() {
        return new Odds((1 - tieShare) / 2, tieShare, (1 - tieShare) / 2);
    }

    /**
     * The result that lifts a model, to first order, against a neighbour on the board (R. Min et al., Improving your
     * model ranking on Chatbot Arena by vote rigging, 2025): 1 if it is a win of the first of the two, −1 if it is one
     * of the second, 0 if there is no such neighbour. On the model itself it is always a win of it.
     *
     * @param neighbour an index of {@link #NEIGHBOURS}
     */
    public int promotes(int model, int neighbour, int first, int second) {
        if (model == first || model == second) {
            return model == first ? 1 : -1;
        }
        int other = neighbours[model][neighbour];
        if (other < 0) {
            return 0;
        }
        double lift = influence[first][model] - influence[second][model] - influence[first][other]
                + influence[second][other];
        return (int) Math.signum(lift);
    }
}
