package org.dohyo.battle;

import java.time.Instant;
import java.util.List;

import org.dohyo.model.Model;

/**
 * The two models and the vote, shown once the vote is cast.
 *
 * @param notCountedReason null where it counted
 * @param revealingWord the words by which an answer named its model or its maker; null where none did
 * @param comment null where there is none
 * @param withdrawableUntil until when the vote can be taken back
 * @param promise the log's signed promise to have an entry for the vote, a note; null where none was made
 */
public record Reveal(Outcome outcome, Named modelA, Named modelB, boolean counted, String notCountedReason,
        String revealingWord, List<Reason> reasonsA, List<Reason> reasonsB, String comment, Instant withdrawableUntil,
        String promise) {

    public Named named(Side side) {
        return side == Side.A ? modelA : modelB;
    }

    /** @param openWeights null where nobody has said */
    public record Named(String slug, String name, String organization, String license, Boolean openWeights,
            boolean demo) {

        public static Named of(Model model) {
            return new Named(model.slug, model.name, model.organization, model.license, model.openWeights,
                    model.demo());
        }
    }
}
