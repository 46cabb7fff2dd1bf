package org.dohyo.dataset.release;

/** A public line of text that an admin writes, such as a title. */
final class PublicLine {

    /**
     * A pattern of Bean Validation. Characters that steer the direction of writing, and ends of lines, would make a
     * page or a file say something else than was typed; half of a surrogate pair can't be written in UTF-8.
     */
    static final String PLAIN = "[^\\p{Cc}\\p{Cs}\\u061C\\u200E\\u200F\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]*+";

    static final String RULE = "{dohyo.PublicLine.message}";

    private static final String MARKUP = "([\\\\`*_\\[\\]<>&|~#])";

    private PublicLine() {
    }

    /** The line as text in Markdown, without the ends of lines that older ones may have. */
    static String markdown(String line) {
        return line.replaceAll("[\\p{Cc}\\u2028\\u2029]+", " ").replaceAll(MARKUP, "\\\\$1");
    }
}
