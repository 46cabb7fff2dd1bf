package org.dohyo.verify;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

import org.dohyo.log.tree.LogFormatException;

import com.fasterxml.jackson.databind.JsonNode;

/** The rules that the entries of a project's log follow, one after another. */
final class Judgements {

    private static final Pattern ORIGIN = Pattern.compile(".+/log/projects/[a-z0-9-]+/[0-9a-f]{8}");
    private static final int STRONGEST = 2;

    private final Set<UUID> judgements = new HashSet<>();
    private final Set<Integer> leftOut = new HashSet<>();

    /** True if a log of this origin is a project's. */
    static boolean isProject(String origin) {
        return ORIGIN.matcher(origin).matches();
    }

    /** @throws LogFormatException if the entry breaks a rule */
    void add(JsonNode entry) {
        switch (entry.path("kind").asText()) {
            case "JUDGE" -> judge(entry);
            case "LEAVE_OUT" -> require(leftOut.add(annotator(entry)), "an annotator is left out twice");
            case "RESTORE" -> require(leftOut.remove(annotator(entry)),
                    "an annotator is brought back who isn't left out");
            default -> throw new LogFormatException("an entry of a project has an unknown kind");
        }
    }

    private void judge(JsonNode entry) {
        annotator(entry);
        require(judgements.add(id(entry.path("judgement").asText())), "a judgement is there twice");
        String modelA = entry.path("modelA").asText();
        require(!modelA.isEmpty() && !modelA.equals(entry.path("modelB").asText(modelA)),
                "a judgement isn't between two models");
        entry.path("ratings").forEach(rating -> require(
                rating.isInt() && Math.abs(rating.intValue()) <= STRONGEST, "a rating isn't from -2 to 2"));
    }

    private static int annotator(JsonNode entry) {
        JsonNode number = entry.path("annotator");
        require(number.isInt() && number.intValue() > 0, "an entry has no valid annotator");
        return number.intValue();
    }

    private static UUID id(String judgement) {
        try {
            return UUID.fromString(judgement);
        } catch (IllegalArgumentException e) {
            throw new LogFormatException("an entry has no valid judgement");
        }
    }

    private static void require(boolean rule, String broken) {
        if (!rule) {
            throw new LogFormatException(broken);
        }
    }

    /** Says how many there are. */
    String summary() {
        return judgements.size() + (judgements.size() == 1 ? " judgement; " : " judgements; ") + leftOut.size()
                + (leftOut.size() == 1 ? " annotator is" : " annotators are") + " left out at the end";
    }
}
