package org.dohyo.benchmark.runner;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * A file of questions as an admin uploads it.
 *
 * @param subject the subject of a file that names none itself; null if the admin gave none
 */
public record QuestionFile(byte[] content, String subject) {

    private static final Pattern UNSTORABLE = Pattern.compile("[\\x00\\p{Cs}]");

    /**
     * The content as UTF-8 text.
     *
     * @throws QuestionFileException if PostgreSQL can't store it
     */
    public String text() {
        return storable(new String(content, StandardCharsets.UTF_8));
    }

    /**
     * Returns the text of a file, or of an entry of an archive.
     *
     * @throws QuestionFileException if PostgreSQL can't store it
     */
    public static String storable(String text) {
        if (UNSTORABLE.matcher(text).find() || text.contains("\\u0000")) {
            throw new QuestionFileException("the file", "contains the null character or half a character");
        }
        return text;
    }
}
