package org.dohyo.integrity.tilt;

/** The probabilities of the results of a vote, which add up to one. */
record Odds(double win, double tie, double loss) {

    /**
     * R. R. Davidson's ties (On extending the Bradley-Terry model to accommodate ties, 1970): win, tie and loss in
     * proportion to x, ν and 1/x, where x is chosen so that win + tie/2 is the given score.
     *
     * @param score 0 … 1, exclusive
     * @param ties ν, 0 for none
     */
    static Odds of(double score, double ties) {
        double ratio = score / (1 - score);
        double half = ties / 4 * (1 - ratio);
        double x = Math.sqrt(half * half + ratio) - half;
        double sum = x + ties + 1 / x;
        return new Odds(x / sum, ties / sum, 1 / x / sum);
    }

    double of(Result result) {
        return switch (result) {
            case WIN -> win;
            case TIE -> tie;
            case LOSS -> loss;
        };
    }

    double score() {
        return win + tie / 2;
    }

    /** The logarithm of p_δ(o)/p(o), where p_δ(o) ∝ p(o)·e^{δs} and s is 1, 0 or −1 for a win, a tie or a loss. */
    double tilted(double delta, Result result) {
        return delta * result.sign() - Math.log(win * Math.exp(delta) + tie + loss * Math.exp(-delta));
    }
}
