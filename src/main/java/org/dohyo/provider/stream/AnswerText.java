package org.dohyo.provider.stream;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * An answer's text as a model's template has it, turned into what was said: a stop sequence at the end belongs to the
 * template, and line breaks may have a mark of their own. A mark may be split over chunks, so a possible beginning of
 * one is held back until what follows decides.
 */
public final class AnswerText {

    private final List<String> stops;
    private final String lineBreak;
    private final List<String> marks;
    private final StringBuilder held = new StringBuilder();

    /**
     * @param stops what may stand at the end and is cut off there
     * @param lineBreak the mark of a line break; empty where line breaks are themselves
     */
    public AnswerText(List<String> stops, String lineBreak) {
        this.stops = stops.stream().filter(stop -> !stop.isEmpty())
                .sorted(Comparator.comparingInt(String::length).reversed()).toList();
        this.lineBreak = lineBreak;
        this.marks = Stream.concat(this.stops.stream(), Stream.of(lineBreak)).filter(mark -> !mark.isEmpty()).toList();
    }

    /** Text that is passed on as it comes. */
    public static AnswerText plain() {
        return new AnswerText(List.of(), "");
    }

    /** @return the text that is certain by now */
    String feed(String chunk) {
        held.append(chunk);
        return taken(held.length() - undecided());
    }

    /** Nothing follows: @return the rest of the text */
    String end() {
        stops.stream().filter(stop -> held.length() - stop.length() >= 0
                && held.lastIndexOf(stop) == held.length() - stop.length()).findFirst()
                .ifPresent(stop -> held.setLength(held.length() - stop.length()));
        return taken(held.length());
    }

    /** The length of the longest tail that is a mark or begins one. */
    private int undecided() {
        int longest = marks.stream().mapToInt(String::length).max().orElse(0);
        for (int length = Math.min(longest, held.length()); length > 0; length--) {
            String tail = held.substring(held.length() - length);
            if (marks.stream().anyMatch(mark -> mark.startsWith(tail))) {
                return length;
            }
        }
        return 0;
    }

    private String taken(int length) {
        String text = held.substring(0, length);
        held.delete(0, length);
        return lineBreak.isEmpty() ? text : text.replace(lineBreak, "\n");
    }
}
