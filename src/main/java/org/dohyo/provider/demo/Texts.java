package org.dohyo.provider.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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

    /** The subject's own text, else the kind's own, else the one for every kind. */
    String get(String subject, Kind kind, String part) {
        return Stream.of(subject, kind.key()).map(owner -> all.getProperty(owner + "." + part)).filter(Objects::nonNull)
                .findFirst().orElseGet(() -> get("any." + part));
    }

    /** The first of the well-known subjects that the prompt asks about; empty if it asks about none. */
    String subject(String prompt) {
        return Stream.of(get("subjects").split(" ")).filter(name -> matcher(name + ".asked", prompt).find()).findFirst()
                .orElse("");
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
