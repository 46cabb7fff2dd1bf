package org.dohyo.dataset.format;

import org.dohyo.battle.Outcome;

/** Two models that a record compares, A on the left. */
public record Pair(String modelA, String modelB) {

    public static Pair of(String modelA, String modelB) throws InvalidRecord {
        if (Slug.of(modelA).equals(Slug.of(modelB))) {
            throw new InvalidRecord(null, words -> words.sameModel(modelA));
        }
        return new Pair(modelA, modelB);
    }

    public static Pair of(Fields given, String fieldA, String fieldB) throws InvalidRecord {
        return of(given.name(fieldA), given.name(fieldB));
    }

    /** The outcome in which a model of the pair wins. */
    public Outcome won(String model, String field) throws InvalidRecord {
        if (model.equals(modelA)) {
            return Outcome.A;
        }
        if (model.equals(modelB)) {
            return Outcome.B;
        }
        throw InvalidRecord.unknown(field, model, (words, shown) -> words.neitherModel(field, shown));
    }
}
