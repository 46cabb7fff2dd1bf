package org.dohyo.project.out;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.dohyo.battle.Exchange;
import org.dohyo.project.judgement.Preference;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/**
 * A judgement with all its criteria, in the arena's own format; public, because tables read its components.
 *
 * @param prompt its key
 * @param ratings what was said of the sides A and B, by the slugs of the criteria; in a table it is JSON
 * @param seconds from the first sight of the answers to the judgement
 * @param counted false if the annotator was left out
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JudgementRecord(String id, String prompt, String language, String modelA, String modelB, String annotator,
        Ratings ratings, String comment, Highlights highlights, Instant judgedAt, double seconds, boolean counted,
        Texts texts) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double MILLIS = 1000;

    static JudgementRecord of(ExportedJudgement one) {
        return new JudgementRecord(one.id().toString(), one.prompt(), one.language().tag(), one.modelA(), one.modelB(),
                one.annotator(), new Ratings(one.ratings()), one.comment(),
                one.highlights().isEmpty() ? null : new Highlights(one.highlights()), one.judgedAt(),
                Duration.between(one.shownAt(), one.judgedAt()).toMillis() / MILLIS, one.leftOutAt() == null,
                one.texts().isEmpty() ? null : new Texts(one.texts()));
    }

    /** An object in JSON, and its text in a cell. */
    record Ratings(@JsonValue Map<String, Preference> byCriterion) {

        @Override
        public String toString() {
            return json(byCriterion);
        }
    }

    /** A list in JSON, and its text in a cell. */
    record Highlights(@JsonValue List<ExportedHighlight> all) {

        @Override
        public String toString() {
            return json(all);
        }
    }

    /** A list in JSON, and its text in a cell. */
    record Texts(@JsonValue List<Exchange> turns) {

        @Override
        public String toString() {
            return json(turns);
        }
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record can't be written as JSON", e);
        }
    }
}
