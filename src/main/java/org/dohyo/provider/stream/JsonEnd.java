package org.dohyo.provider.stream;

/** Notices where a JSON object or array ends, as its text comes in pieces. */
final class JsonEnd {

    private int depth;
    private boolean begun;
    private boolean inText;
    private boolean escaped;
    private boolean broken;
    private char last;

    void feed(String piece) {
        for (int i = 0; i < piece.length(); i++) {
            feed(piece.charAt(i));
        }
    }

    private void feed(char c) {
        if (last == '{' && !Character.isWhitespace(c)) {
            broken |= c != '"' && c != '}';
        }
        last = inText || Character.isWhitespace(c) ? last : c;
        if (inText) {
            inText = escaped || c != '"';
            escaped = !escaped && c == '\\';
        } else if (c == '"') {
            inText = true;
        } else if (c == '{' || c == '[') {
            depth++;
            begun = true;
        } else if (c == '}' || c == ']') {
            depth--;
        }
    }

    /** True once the object or array, and each that follows it, is closed, and where it can't become one. */
    boolean reached() {
        return begun && (depth <= 0 && !inText || broken);
    }

    /** Whether a text, white space aside, begins as an object or array does. */
    static boolean begins(String text) {
        String stripped = text.stripLeading();
        return stripped.startsWith("{") || stripped.startsWith("[");
    }
}
