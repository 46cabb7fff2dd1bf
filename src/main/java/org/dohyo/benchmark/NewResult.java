package org.dohyo.benchmark;

import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A result to be stored, with the records from which it was computed.
 *
 * @param records in order; each an object such as {@code {"id", "question", "answer", "judgement", "score"}}. Pages
 *        show the members in the order of the object, texts as texts.
 */
public record NewResult(Result result, List<ObjectNode> records) {

    public NewResult {
        records = List.copyOf(records);
    }

    /** One without raw records. */
    public static NewResult of(Result result) {
        return new NewResult(result, List.of());
    }
}
