package org.dohyo.provider.stream;

import java.util.Locale;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads the forms in which servers write a message's text: a text, an object with one, or a list of such parts. */
public final class Contents {

    private static final String[] TEXTS = { "text", "content", "thinking", "reasoning", "refusal", "summary", "value" };

    /** Types of parts whose texts are not the model's words. */
    private static final Pattern OTHERS = Pattern.compile("tool|call|function|result|search|image|audio|citation");

    private Contents() {
    }

    /** Adds the content: parts that are marked as thought are reasoning, all other text is said. */
    public static void read(JsonNode content, Transcript into) {
        if (content.isArray()) {
            content.forEach(part -> read(part, into));
        } else if (thought(content)) {
            into.think(words(content));
        } else if (!OTHERS.matcher(Dialect.text(content, "type")).find()) {
            into.say(words(content));
        }
    }

    private static boolean thought(JsonNode part) {
        String type = Dialect.text(part, "type").toLowerCase(Locale.ROOT);
        return type.contains("think") || type.contains("reason") || type.contains("thought")
                || part.path("thought").asBoolean() || part.hasNonNull("thinking");
    }

    /** The text of whatever form; empty where there is none. */
    public static String words(JsonNode content) {
        if (content.isArray()) {
            StringBuilder all = new StringBuilder();
            content.forEach(part -> all.append(words(part)));
            return all.toString();
        }
        if (content.isObject()) {
            for (String field : TEXTS) {
                String words = words(content.path(field));
                if (!words.isEmpty()) {
                    return words;
                }
            }
        }
        return content.isTextual() ? content.textValue() : "";
    }
}
