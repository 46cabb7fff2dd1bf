package org.dohyo.dataset.format;

import java.util.List;

/** The names that annotation projects, whose fields are free, use for the models of a pair. */
final class ModelFields {

    private static final List<List<String>> NAMES = List.of(List.of("model_a", "model_b"),
            List.of("model_left", "model_right"), List.of("left_model", "right_model"), List.of("model_1", "model_2"),
            List.of("model1", "model2"), List.of("answer1_model", "answer2_model"),
            List.of("response_a_model", "response_b_model"), List.of("response-1-model", "response-2-model"));

    private ModelFields() {
    }

    /** @param path of the fields within the record, to be named in an error */
    static Pair pair(Fields fields, String path) throws InvalidRecord {
        for (List<String> names : NAMES) {
            if (fields.has(names.get(0), names.get(1))) {
                return Pair.of(fields, names.get(0), names.get(1));
            }
        }
        throw new InvalidRecord(path + "model_a", words -> words.bothMissing(path + "model_a", path + "model_b"));
    }
}
