package org.dohyo.project.quality;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.dohyo.project.content.InvalidRecordException;
import org.dohyo.project.content.UploadMessages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A prompt, two models, and which of their answers is known to be better.
 *
 * @param prompt its id in the uploaded file
 * @param known 1 for the first model, 0 for a tie, −1 for the second
 */
public record GoldRecord(String prompt, String first, String second, short known) {

    private static final Map<String, Short> KNOWN = Map.of("A", (short) 1, "TIE", (short) 0, "B", (short) -1);
    private static final int LONGEST = 200;

    /** 1, 0 or −1; empty for anything but A, B and tie. */
    static Optional<Short> known(String label) {
        return Optional.ofNullable(label == null ? null : KNOWN.get(label.strip().toUpperCase(Locale.ROOT)));
    }

    /** Reads prompt_id (or question_id, id, prompt), model_a, model_b and gold. */
    static GoldRecord of(ObjectNode json) throws InvalidRecordException {
        String label = text(json, "gold");
        return new GoldRecord(text(json, "prompt_id", "question_id", "id", "prompt"), text(json, "model_a"),
                text(json, "model_b"),
                known(label).orElseThrow(() -> new InvalidRecordException(UploadMessages::unknownGold)));
    }

    private static String text(ObjectNode json, String... members) throws InvalidRecordException {
        for (String member : members) {
            JsonNode value = json.path(member);
            if (value.isTextual() || value.isIntegralNumber()) {
                String text = value.asText().strip();
                if (text.isEmpty() || text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
                    throw new InvalidRecordException(words -> words.wrongName(member, LONGEST));
                }
                return text;
            }
        }
        throw new InvalidRecordException(words -> words.noneOf(String.join(", ", members)));
    }
}
