package org.dohyo.benchmark.runner;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The texts of a benchmark's prompts by language: {@code /benchmark/{folder}/{language}/{name}.txt}. A language without
 * a text of its own uses the English one.
 */
public final class PromptTexts {

    private static final String ENGLISH = "en";

    private final String folder;
    private final Map<String, String> read = new ConcurrentHashMap<>();

    /** @param folder such as {@code mmlu/prompt} */
    public PromptTexts(String folder) {
        this.folder = folder;
    }

    /** The text of that name with the values in place of each {@code %s}. */
    public String format(String language, String name, Object... values) {
        return read.computeIfAbsent(language + "/" + name, path -> text(language, name)).formatted(values);
    }

    private String text(String language, String name) {
        String own = path(language, name);
        String path = PromptTexts.class.getResource(own) == null ? path(ENGLISH, name) : own;
        try (InputStream in = PromptTexts.class.getResourceAsStream(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String path(String language, String name) {
        return "/benchmark/" + folder + "/" + language + "/" + name + ".txt";
    }
}
