package org.dohyo.battle;

import java.time.Instant;
import java.util.List;

import org.dohyo.model.Model;

/**
 * The two models and the vote, shown once the vote is cast.
 *
 * @param notCountedReason null if the vote is counted
 * @param comment null if there is none
 * @param withdrawableUntil the time until which the vote can be withdrawn
 */
public record Reveal(Outcome outcome, Named modelA, Named modelB, boolean counted, String notCountedReason,
        List<Reason> reasonsA, List<Reason> reasonsB, String comment, Instant withdrawableUntil) {

    public Named named(Side side) {
        return side == Side.A ? modelA : modelB;
    }

    public record Named(String slug, String name, String organization, String license, boolean openWeights,
            boolean demo) {

        public static Named of(Model model) {
            return new Named(model.slug, model.name, model.organization, model.license, model.openWeights,
                    model.demo());
        }
    }
}
