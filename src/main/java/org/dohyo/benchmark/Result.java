package org.dohyo.benchmark;

import java.time.Instant;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One figure of one model.
 *
 * @param model its slug
 * @param scenario of the benchmark; so is {@code metric}
 * @param value in the metric's unit
 * @param standardError of the value, in the same unit; null where it isn't known
 * @param n how many questions it is the mean of; null where it isn't known
 * @param settings what else was chosen when it was measured (judge, questions, few-shot examples, seed …)
 * @param measuredAt null in a new result stands for now; a file that doesn't tell leaves it null
 */
public record Result(String model, String scenario, String metric, double value, Double standardError, Long n,
        ResultSource source, ObjectNode settings, Instant measuredAt) {

    public Result {
        settings = settings == null ? JsonNodeFactory.instance.objectNode() : settings;
    }

    public Result ofModel(String slug) {
        return new Result(slug, scenario, metric, value, standardError, n, source, settings, measuredAt);
    }

    /** The version of the questions, where it was told. */
    public String questions() {
        return settings.path("questions").asText(null);
    }

    /** The version of the questions where they are this arena's own, which every figure of them has to say; else null. */
    public String ownQuestions() {
        return settings.path("ownQuestions").asBoolean() ? questions() : null;
    }
}
