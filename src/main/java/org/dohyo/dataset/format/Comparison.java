package org.dohyo.dataset.format;

import java.time.Instant;
import java.util.List;

import org.dohyo.battle.Outcome;
import org.dohyo.text.Categories;

/**
 * One comparison of two models' answers, the normal form of every format.
 *
 * @param identity what makes it the same one in another upload; not unique where {@code repeatable}
 * @param repeatable the identity is the record's hash, so equal records are numbered
 * @param strength how clear the outcome is, 0 … 1; null if the file doesn't say
 * @param voter the key of who compared, or null if unknown: then it is a voter of its own
 * @param turn the last turn of the conversation that was compared, from 1
 * @param blind the names of the models were hidden
 * @param categories its language and tasks, {@code overall} first
 * @param styleA features of A's answer as JSON, or null
 */
public record Comparison(String identity, boolean repeatable, String modelA, String modelB, Outcome outcome,
        Double strength, SourceKind source, String voter, int turn, boolean blind, List<String> categories,
        String styleA, String styleB, Instant castAt) {

    /** The boards on which it counts: people's by language and task, or the one of judges or of inferred ones. */
    public List<String> boards() {
        return switch (source) {
            case PERSON -> categories;
            case JUDGE -> List.of(Categories.JUDGE);
            case INFERRED -> List.of(Categories.INFERRED);
        };
    }

    public Comparison from(SourceKind other) {
        return new Comparison(identity, repeatable, modelA, modelB, outcome, strength, other, voter, turn, blind,
                categories, styleA, styleB, castAt);
    }
}
