package org.dohyo.provider.stream;

import java.util.function.Consumer;

/**
 * Parts the {@code <think>…</think>} at the start of an answer, which some servers leave in its text, from what was
 * said. The tags may be split over chunks. Tags later in the text are text.
 */
final class ThinkSplitter {

    private enum State {
        START,
        THINKING,
        AFTER,
        SAYING
    }

    private static final String OPEN = "<think>";
    private static final String CLOSE = "</think>";

    private final Consumer<String> text;
    private final Consumer<String> reasoning;
    private State state = State.START;
    private String held = "";

    ThinkSplitter(Consumer<String> text, Consumer<String> reasoning) {
        this.text = text;
        this.reasoning = reasoning;
    }

    void feed(String chunk) {
        held += chunk;
        if (state == State.START) {
            start();
        }
        if (state == State.THINKING) {
            thinking();
        }
        if (state == State.AFTER) {
            after();
        }
        if (state == State.SAYING) {
            give(text, held.length());
        }
    }

    /** Nothing follows: what was held back in doubt is given as what it then is. */
    void end() {
        give(state == State.THINKING ? reasoning : text, state == State.AFTER ? 0 : held.length());
    }

    private void start() {
        String stripped = held.stripLeading();
        if (stripped.startsWith(OPEN)) {
            held = stripped.substring(OPEN.length());
            state = State.THINKING;
        } else if (!OPEN.startsWith(stripped)) {
            state = State.SAYING;
        }
    }

    private void thinking() {
        int close = held.indexOf(CLOSE);
        if (close < 0) {
            give(reasoning, held.length() - possibleTag());
            return;
        }
        give(reasoning, close);
        held = held.substring(CLOSE.length());
        state = State.AFTER;
    }

    /** The blank line between the thought and the answer belongs to neither. */
    private void after() {
        held = held.stripLeading();
        if (!held.isEmpty()) {
            state = State.SAYING;
        }
    }

    /** How many characters at the end may be the beginning of the closing tag. */
    private int possibleTag() {
        int length = Math.min(CLOSE.length() - 1, held.length());
        while (!CLOSE.startsWith(held.substring(held.length() - length))) {
            length--;
        }
        return length;
    }

    private void give(Consumer<String> to, int length) {
        if (length > 0) {
            String given = held.substring(0, length);
            held = held.substring(length);
            to.accept(given);
        }
    }
}
