package org.dohyo.benchmark.runner;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import java.util.regex.Pattern;

import org.dohyo.support.NotUtf8Exception;
import org.dohyo.support.Utf8Stream;

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
     * @throws QuestionFileException if it is in another encoding, or PostgreSQL can't store it
     */
    public String text() {
        return storable(text(QuestionFileMessages::theFile, content));
    }

    /**
     * Returns the UTF-8 text of a file, or of an entry of an archive.
     *
     * @throws QuestionFileException if it is in another encoding
     */
    public static String text(Function<QuestionFileMessages, String> place, byte[] content) {
        try (InputStream text = Utf8Stream.of(new ByteArrayInputStream(content))) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (NotUtf8Exception e) {
            throw new QuestionFileException(place, (words, file) -> e.fault().in(file));
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory can't be read", e);
        }
    }

    /**
     * Returns the text of a file, or of an entry of an archive.
     *
     * @throws QuestionFileException if PostgreSQL can't store it
     */
    public static String storable(String text) {
        if (UNSTORABLE.matcher(text).find() || text.contains("\\u0000")) {
            throw new QuestionFileException(QuestionFileMessages::theFile, QuestionFileMessages::halfCharacter);
        }
        return text;
    }
}
