package org.dohyo.provider.stream;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parts reasoning that a server leaves in an answer's text from what was said. Tags at the start open a thought; a
 * closing tag that nothing has opened makes everything before it a thought, as with models whose prompt ends with the
 * opening one. Later tags are text. A tag may be split over chunks.
 */
final class ThoughtSplitter {

    /** Takes the parts. */
    interface Output {

        void text(String text);

        void reasoning(String text);

        /** All text so far was reasoning. */
        void reasoningSoFar();
    }

    private enum State {
        /** The next text may open a thought. */
        START,
        /** Nothing is given until the closing tag has come. */
        WITHHOLDING,
        THINKING,
        /** Text, unless a closing tag makes it a thought. */
        SAYING,
        /** Text, whatever comes. */
        FREE
    }

    private final Output output;
    private final StringBuilder held = new StringBuilder();
    private State state;
    private Pattern close;
    private boolean parted;
    private boolean inVain;
    /** Where withheld text begins, after words that may have opened a thought. */
    private int opened;
    private int searched;

    ThoughtSplitter(boolean opensWithThought, Output output) {
        this.output = output;
        this.close = ThoughtTags.anyClose();
        this.state = opensWithThought ? State.WITHHOLDING : State.START;
    }

    void feed(String chunk) {
        held.append(chunk);
        State before;
        do {
            before = state;
            switch (state) {
                case START -> start();
                case WITHHOLDING -> withholding();
                case THINKING -> thinking();
                case SAYING -> saying();
                case FREE -> text(held.length());
            }
        } while (state != before);
    }

    /** The server keeps reasoning apart: nothing has to be withheld for it. */
    void reasoningIsApart() {
        if (state == State.WITHHOLDING) {
            state = State.SAYING;
            feed("");
        }
    }

    /** Nothing follows: what was held back in doubt is given as what it then is. */
    void end() {
        if (state == State.THINKING) {
            reasoning(held.length());
        } else {
            inVain = state == State.WITHHOLDING;
            text(state == State.START && parted && held.toString().isBlank() ? 0 : held.length());
        }
    }

    boolean withheldInVain() {
        return inVain;
    }

    private void start() {
        String stripped = held.toString().stripLeading();
        ThoughtTags.opening(stripped).ifPresentOrElse(opening -> {
            int end = held.length() - stripped.length() + opening.end();
            close = opening.tags().close();
            if (opening.tags().certain()) {
                dropped(end);
                state = State.THINKING;
            } else {
                opened = end;
                searched = end;
                state = State.WITHHOLDING;
            }
        }, () -> {
            if (stripped.isEmpty() || ThoughtTags.mayOpen(stripped)) {
                return;
            }
            if (parted) {
                // The blank line between the thought and the answer belongs to neither.
                dropped(held.length() - stripped.length());
            }
            state = parted ? State.FREE : State.SAYING;
        });
    }

    private void withholding() {
        if (opened == 0 && ThoughtTags.opening(held.toString().stripLeading()).isPresent()) {
            state = State.START;
            return;
        }
        Matcher tag = close.matcher(held).region(searched, held.length());
        if (tag.find()) {
            int end = tag.end() - opened;
            int thought = tag.start() - opened;
            dropped(opened);
            opened = 0;
            searched = 0;
            part(thought, end);
        } else {
            searched = Math.max(opened, held.length() - ThoughtTags.LONGEST);
        }
    }

    private void thinking() {
        Matcher tag = close.matcher(held);
        if (tag.find()) {
            part(tag.start(), tag.end());
        } else {
            reasoning(held.length() - ThoughtTags.tail(held.toString(), close));
        }
    }

    private void saying() {
        String text = held.toString();
        Matcher tag = ThoughtTags.any().matcher(text);
        if (!tag.find()) {
            text(text.length() - ThoughtTags.tail(text, ThoughtTags.any()));
        } else if (ThoughtTags.closes(text, tag)) {
            output.reasoningSoFar();
            part(tag.start(), tag.end());
        } else {
            state = State.FREE;
        }
    }

    /** What is held up to there was a thought; the answer, or another thought, follows. */
    private void part(int thought, int end) {
        reasoning(thought);
        dropped(end - thought);
        parted = true;
        state = State.START;
    }

    private void text(int length) {
        if (length > 0) {
            output.text(taken(length));
        }
    }

    private void reasoning(int length) {
        if (length > 0) {
            output.reasoning(taken(length));
        }
    }

    private String taken(int length) {
        String taken = held.substring(0, length);
        dropped(length);
        return taken;
    }

    private void dropped(int length) {
        held.delete(0, length);
    }
}
