package org.dohyo.dataset.format;

import java.util.List;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.battle.Outcome;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Label Studio's JSON export of pairwise tasks: {@code data} names the models of the left and the right answer,
 * each annotation selected a side or, where the project has choices for them, a tie or both bad.
 */
@ApplicationScoped
class LabelStudioFormat implements VoteFormat {

    @Override
    public String name() {
        return "label-studio";
    }

    @Override
    public boolean fits(Fields first) {
        return first.has("annotations", "data") && first.json().path("data").isObject();
    }

    @Override
    public List<Comparison> comparisons(Fields given) throws InvalidRecord {
        String task = given.required("id");
        Fields data = given.of(given.json().path("data"));
        Pair pair = ModelFields.pair(data, "data.");
        List<String> topics = Topics.of(data.prompt(data.has("prompt") ? "prompt" : "text"));
        Votes read = new Votes();
        for (JsonNode annotation : given.json().path("annotations")) {
            Outcome outcome = annotation.path("was_cancelled").asBoolean() ? null : outcome(annotation.path("result"));
            if (outcome != null) {
                Fields made = given.of(annotation);
                read.add("annotations",
                        new Comparison("label-studio:" + task + ":" + made.required("id"), false, pair.modelA(),
                                pair.modelB(), outcome, null, SourceKind.PERSON, voter(annotation.path("completed_by")),
                                1,
                                true,
                                topics, null, null, made.timeOrNow("created_at")));
            }
        }
        return read.some("annotations", VoteFileMessages::noSide);
    }

    /** A number, or an object with one; null if unknown. */
    private static String voter(JsonNode by) throws InvalidRecord {
        JsonNode id = by.isObject() ? by.path("id") : by;
        return id.isNumber() || id.isTextual()
                ? "label-studio:" + Fields.storable("annotations.completed_by", id.asText())
                : null;
    }

    /** Null if it selects nothing. */
    private static Outcome outcome(JsonNode result) throws InvalidRecord {
        for (JsonNode item : result) {
            JsonNode value = item.path("value");
            if (value.has("selected")) {
                return side(value.path("selected").asText());
            }
            if (value.path("choices").size() == 1) {
                return side(value.path("choices").path(0).asText());
            }
        }
        return null;
    }

    private static Outcome side(String label) throws InvalidRecord {
        return switch (label.strip().toLowerCase(Locale.ROOT)) {
            case "left", "a", "model a" -> Outcome.A;
            case "right", "b", "model b" -> Outcome.B;
            case "tie", "equal", "same" -> Outcome.TIE;
            case "both bad", "both_bad", "neither" -> Outcome.BOTH_BAD;
            default -> throw InvalidRecord.unknown("annotations.result", label, VoteFileMessages::unknownChoice);
        };
    }
}
