package org.dohyo.integrity.tilt;

import java.util.ArrayList;
import java.util.List;

/**
 * One way in which votes can come about without a judgement of answers.
 *
 * @param model the index of the model that it is about; −1 for none
 * @param variant which of the tilts or of the neighbours
 */
public record Explanation(Kind kind, int model, int variant) {

    /** The kinds of explanations. */
    public enum Kind {
        /** Votes go to one model, or against it, more than expected. */
        LEANING,
        /** Every vote is cast so as to lift one model. */
        PROMOTING,
        /** The models on screen make no difference. */
        COIN
    }

    static final Explanation COIN = new Explanation(Kind.COIN, -1, 0);

    /** All about one model. */
    static List<Explanation> of(int model) {
        List<Explanation> all = new ArrayList<>();
        for (int variant = 0; variant < Evidence.TILTS.length; variant++) {
            all.add(new Explanation(Kind.LEANING, model, variant));
        }
        for (int variant = 0; variant < Expectations.NEIGHBOURS.length; variant++) {
            all.add(new Explanation(Kind.PROMOTING, model, variant));
        }
        return all;
    }

    /** True if the votes are against the model. */
    public boolean against() {
        return kind == Kind.LEANING && Evidence.TILTS[variant] < 0;
    }
}
