package org.dohyo.benchmark;

import java.time.Instant;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One score of one model.
 *
 * @param model its slug
 * @param scenario of the benchmark; so is {@code metric}
 * @param value in the metric's unit
 * @param standardError of the value, in the same unit; null if unknown
 * @param n number of questions it is the mean of; null if unknown
 * @param settings the other conditions of the measurement (judge, questions, few-shot examples, seed …)
 * @param measuredAt null in a new result means now
 */
public record Result(String model, String scenario, String metric, double value, Double standardError, Long n,
        ResultSource source, ObjectNode settings, Instant measuredAt) {

    public Result {
        settings = settings == null ? JsonNodeFactory.instance.objectNode() : settings;
    }

    public Result ofModel(String slug) {
        return new Result(slug, scenario, metric, value, standardError, n, source, settings, measuredAt);
    }

    public Result withoutStandardError() {
        return new Result(model, scenario, metric, value, null, n, source, settings, measuredAt);
    }

    public Result withValue(double other) {
        return new Result(model, scenario, metric, other, standardError, n, source, settings, measuredAt);
    }

    /** The version of the questions; null if unknown. */
    public String questions() {
        return settings.path("questions").asText(null);
    }

    /**
     * The version of the questions if they are this arena's own, which must be shown beside the score; otherwise null.
     */
    public String ownQuestions() {
        return settings.path("ownQuestions").asBoolean() ? questions() : null;
    }
}
