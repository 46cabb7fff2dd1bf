package org.dohyo.dataset.release.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds texts that were found elsewhere again, to the letter: a password is known by the word before it, and stands
 * without that word where it is repeated. The time is linear in the texts, however many are looked for.
 */
final class Echoes {

    /** A shorter text would be found in the middle of ordinary words. */
    private static final int SHORTEST = 6;
    /** Longer ones have a form of their own, by which each is found. */
    private static final int LONGEST = 256;
    /** What ends a sentence belongs to the text that was found, but may not be repeated with it. */
    private static final String ENDS = ".,;:!?)]}>。、！？）";

    /** A tree of the texts: from a node by a character to the next. */
    private final Map<Long, Integer> nodes = new HashMap<>();
    private final Map<Integer, Detector> ends = new HashMap<>();

    /** @param text in narrow characters */
    void add(Detector kind, String text) {
        int end = text.length();
        while (end > 0 && ENDS.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        put(kind, text);
        put(kind, text.substring(0, end));
    }

    private void put(Detector kind, String text) {
        if (text.length() < SHORTEST || text.length() > LONGEST) {
            return;
        }
        int node = 0;
        for (int i = 0; i < text.length(); i++) {
            node = nodes.computeIfAbsent(edge(node, text.charAt(i)), edge -> nodes.size() + 1);
        }
        ends.putIfAbsent(node, kind);
    }

    private static long edge(int node, char sign) {
        return ((long) node << Character.SIZE) + sign;
    }

    /**
     * All places of the texts between those that were found already, in order and without overlaps; what overlaps
     * is one place.
     *
     * @param text in narrow characters
     * @param found in order and without overlaps
     */
    List<Span> between(List<Span> found, String text) {
        List<Span> echoes = new ArrayList<>();
        int next = 0;
        for (Span place : places(text)) {
            while (next < found.size() && found.get(next).last() <= place.first()) {
                next++;
            }
            int first = place.first();
            for (int i = next; i < found.size() && found.get(i).first() < place.last(); i++) {
                add(place.kind(), first, found.get(i).first(), echoes);
                first = found.get(i).last();
            }
            add(place.kind(), first, place.last(), echoes);
        }
        return echoes;
    }

    private static void add(Detector kind, int first, int last, List<Span> spans) {
        if (first < last) {
            spans.add(new Span(kind, first, last));
        }
    }

    private List<Span> places(String text) {
        List<Span> places = new ArrayList<>();
        for (int first = 0; !ends.isEmpty() && first < text.length(); first++) {
            Span place = longest(text, first);
            Span before = places.isEmpty() ? null : places.get(places.size() - 1);
            if (place != null && before != null && first < before.last()) {
                places.set(places.size() - 1, new Span(before.kind(), before.first(),
                        Math.max(before.last(), place.last())));
            } else if (place != null) {
                places.add(place);
            }
        }
        return places;
    }

    /** The longest of the texts that begins there, or null. */
    private Span longest(String text, int first) {
        Span longest = null;
        Integer node = 0;
        for (int i = first; i < text.length() && node != null; i++) {
            node = nodes.get(edge(node, text.charAt(i)));
            Detector kind = node == null ? null : ends.get(node);
            longest = kind == null || !kind.standsAlone(text, first, i + 1) ? longest : new Span(kind, first, i + 1);
        }
        return longest;
    }
}
