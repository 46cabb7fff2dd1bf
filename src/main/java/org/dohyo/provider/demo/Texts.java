package org.dohyo.provider.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One language's texts: templates with {@code {slots}}, lists of lines, and patterns. */
final class Texts {

    private static final Pattern SLOT = Pattern.compile("\\{([A-Za-z]+)}");

    private final Properties all = new Properties();
    private final Map<String, Pattern> patterns = new ConcurrentHashMap<>();
    private final Set<String> stops;

    Texts(String name) {
        try (InputStream in = Texts.class.getResourceAsStream("/demo/" + name + ".properties")) {
            all.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        stops = Set.of(get("stops").split(" "));
    }

    /** @throws IllegalArgumentException if the file has no such text */
    String get(String key) {
        String text = all.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("no text " + key);
        }
        return text;
    }

    /** The kind's own text, else the one for every kind. */
    String get(Kind kind, String part) {
        String own = all.getProperty(kind.key() + "." + part);
        return own == null ? get("any." + part) : own;
    }

    /** True if the word, in lower case, says nothing about a text's subject. */
    boolean isStop(String word) {
        return stops.contains(word);
    }

    /** Where the pattern with that key matches, ignoring case. */
    Matcher matcher(String key, String text) {
        return patterns.computeIfAbsent(key, k -> Pattern.compile(get(k), Pattern.CASE_INSENSITIVE)).matcher(text);
    }

    /** In one pass, so that what fills a slot is never taken for a template. */
    static String fill(String template, Map<String, String> slots) {
        return SLOT.matcher(template)
                .replaceAll(slot -> Matcher.quoteReplacement(slots.getOrDefault(slot.group(1), "")));
    }
}
