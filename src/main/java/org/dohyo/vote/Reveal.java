package org.dohyo.vote;

import org.dohyo.model.Model;

/** Who the two were, and what became of the vote. */
public record Reveal(Outcome outcome, Named modelA, Named modelB, boolean counted, String notCountedReason) {

    public record Named(String slug, String name, String organization, String license) {

        static Named of(Model model) {
            return new Named(model.slug, model.name, model.organization, model.license);
        }
    }
}
