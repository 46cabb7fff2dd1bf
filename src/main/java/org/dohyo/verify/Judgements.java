package org.dohyo.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
    private final List<Judged> judged = new ArrayList<>();
    private final List<Standing> standings = new ArrayList<>();
    private final Set<Asked> asked = new HashSet<>();
    private final Map<String, String> names = new HashMap<>();

    /**
     * A judgement.
     *
     * @param again true if the annotator had judged the item before
     * @param ratings by criterion, as the model A has it: 2 much better … −2 much worse
     */
    record Judged(long position, int annotator, boolean again, String modelA, String modelB,
            Map<String, Integer> ratings) {
    }

    /** From the position on, an annotator's judgements don't count, or count again. */
    private record Standing(long position, int annotator, boolean leftOut) {
    }

    private record Asked(int annotator, int item) {
    }

    /** True if a log of this origin is a project's. */
    static boolean isProject(String origin) {
        return ORIGIN.matcher(origin).matches();
    }

    /** @throws LogFormatException if the entry breaks a rule */
    void add(long position, JsonNode entry) {
        switch (entry.path("kind").asText()) {
            case "JUDGE" -> judge(position, entry);
            case "LEAVE_OUT" -> {
                require(leftOut.add(annotator(entry)), "an annotator is left out twice");
                standings.add(new Standing(position, annotator(entry), true));
            }
            case "RESTORE" -> {
                require(leftOut.remove(annotator(entry)), "an annotator is brought back who isn't left out");
                standings.add(new Standing(position, annotator(entry), false));
            }
            default -> throw new LogFormatException("an entry of a project has an unknown kind");
        }
    }

    private void judge(long position, JsonNode entry) {
        require(judgements.add(id(entry.path("judgement").asText())), "a judgement is there twice");
        String modelA = entry.path("modelA").asText();
        require(!modelA.isEmpty() && !modelA.equals(entry.path("modelB").asText(modelA)),
                "a judgement isn't between two models");
        Map<String, Integer> ratings = new HashMap<>();
        entry.path("ratings").properties().forEach(rating -> {
            require(rating.getValue().isInt() && Math.abs(rating.getValue().intValue()) <= STRONGEST,
                    "a rating isn't from -2 to 2");
            ratings.put(kept(rating.getKey()), rating.getValue().intValue());
        });
        int annotator = annotator(entry);
        require(entry.path("item").isInt(), "a judgement has no item");
        boolean again = !asked.add(new Asked(annotator, entry.path("item").intValue()));
        judged.add(new Judged(position, annotator, again, kept(modelA), kept(entry.path("modelB").asText()),
                Map.copyOf(ratings)));
    }

    /** One object for each name, however often it comes. */
    private String kept(String name) {
        return names.computeIfAbsent(name, one -> one);
    }

    /** The ordinary judgements below a size of the log, of annotators who weren't left out there. */
    List<Judged> counting(long size, Set<Long> known) {
        Set<Integer> out = new HashSet<>();
        standings.stream().filter(one -> one.position < size).forEach(one -> {
            if (one.leftOut) {
                out.add(one.annotator);
            } else {
                out.remove(one.annotator);
            }
        });
        return judged.stream().filter(one -> one.position < size && !one.again && !known.contains(one.position)
                && !out.contains(one.annotator)).toList();
    }

    /** How many of the positions are those of judgements. */
    long judgementsAmong(Set<Long> positions) {
        return judged.stream().filter(one -> positions.contains(one.position)).count();
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
