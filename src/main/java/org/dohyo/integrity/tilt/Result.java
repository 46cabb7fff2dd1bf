package org.dohyo.integrity.tilt;

/** The result of a vote for the first of two models; both bad is a tie. */
public enum Result {
    WIN(1),
    TIE(0),
    LOSS(-1);

    private final int sign;

    Result(int sign) {
        this.sign = sign;
    }

    /** 1, 0 or −1. */
    int sign() {
        return sign;
    }

    /** 1, ½ or 0. */
    double score() {
        return (1 + sign) / 2.0;
    }

    /** The same for the second model. */
    public Result turned() {
        return switch (this) {
            case WIN -> LOSS;
            case TIE -> TIE;
            case LOSS -> WIN;
        };
    }
}
