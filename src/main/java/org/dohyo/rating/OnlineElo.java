package org.dohyo.rating;

import org.dohyo.rating.exact.Exact;

/** Online Elo (A. E. Elo, The Rating of Chessplayers, 1978), carried on vote by vote in log order. */
public final class OnlineElo {

    /** The rating with which every model begins. */
    public static final double INITIAL = EloScale.MEAN;
    private static final double K = 4;

    private OnlineElo() {
    }

    /**
     * The points that A gains and B loses: K·(score − 1/(1+10^((B−A)/400))).
     *
     * @param scoreA 1 if A won, 0 if B won, ½ otherwise
     */
    public static double delta(double ratingA, double ratingB, double scoreA) {
        if (!(scoreA >= 0 && scoreA <= 1)) {
            throw new IllegalArgumentException("score of A: " + scoreA);
        }
        return K * (scoreA - 1 / (1 + Exact.pow(10, (ratingB - ratingA) / 400)));
    }
}
