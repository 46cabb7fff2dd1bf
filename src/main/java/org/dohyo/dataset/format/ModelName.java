package org.dohyo.dataset.format;

/** What the names of models may consist of: they stand beside others, on pages and in terminals. */
final class ModelName {

    private ModelName() {
    }

    /**
     * Returns the name.
     *
     * @throws InvalidRecord if it would change what stands around it, or can't be seen
     */
    static String require(String field, String name) throws InvalidRecord {
        if (plain(name)) {
            return name;
        }
        if (name.codePoints().anyMatch(ModelName::disturbs)) {
            throw new InvalidRecord(field, words -> words.controls(field));
        }
        if (name.codePoints().noneMatch(ModelName::visible)) {
            throw new InvalidRecord(field, words -> words.invisible(field));
        }
        return name;
    }

    /** Nearly all names are, and each record has two: a loop costs less than the streams. */
    private static boolean plain(String name) {
        boolean visible = false;
        for (int i = 0; i < name.length(); i++) {
            char letter = name.charAt(i);
            if (letter < ' ' || letter > '~') {
                return false;
            }
            visible |= letter != ' ';
        }
        return visible;
    }

    /** Controls, ends of lines, and what sets the direction of the text behind it. */
    private static boolean disturbs(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> character == 0x061C || character == 0x200E || character == 0x200F
                    || character >= 0x202A && character <= 0x202E || character >= 0x2066 && character <= 0x2069;
        };
    }

    private static boolean visible(int character) {
        return switch (Character.getType(character)) {
            case Character.SPACE_SEPARATOR, Character.FORMAT, Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK ->
                false;
            default -> !blank(character);
        };
    }

    /** Letters and signs that are drawn as nothing: the fillers of Hangul, and Braille without dots. */
    private static boolean blank(int character) {
        return switch (character) {
            case 0x115F, 0x1160, 0x3164, 0xFFA0, 0x2800 -> true;
            default -> false;
        };
    }
}
