package org.dohyo.text;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The languages of ISO 639-1 as categories: the slug is the English name in lower case, in ASCII. */
public final class LanguageNames {

    private static final Map<String, Locale> BY_SLUG = Arrays.stream(Locale.getISOLanguages())
            .map(Locale::forLanguageTag)
            .collect(Collectors.toUnmodifiableMap(LanguageNames::slug, locale -> locale, (one, other) -> one));

    /** Each vote of an export asks for one. */
    private static final Map<String, String> ENGLISH = BY_SLUG.entrySet().stream().collect(Collectors.toUnmodifiableMap(
            Map.Entry::getKey, language -> language.getValue().getDisplayLanguage(Locale.ENGLISH)));

    /** A file names the same languages again and again. */
    private static final int MOST_ASKED = 1_000;
    private static final Map<String, Optional<String>> ASKED = new ConcurrentHashMap<>();

    private LanguageNames() {
    }

    /** @param name in English, or a language tag such as {@code ja} or {@code pt-BR} */
    public static Optional<String> slugOf(String name) {
        if (ASKED.size() > MOST_ASKED) {
            ASKED.clear();
        }
        return ASKED.computeIfAbsent(name, LanguageNames::found);
    }

    private static Optional<String> found(String name) {
        String slug = slug(name);
        if (BY_SLUG.containsKey(slug)) {
            return Optional.of(slug);
        }
        String tag = name.strip().replace('_', '-');
        return tag.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
                ? Optional.of(slug(Locale.forLanguageTag(tag))).filter(BY_SLUG::containsKey)
                : Optional.empty();
    }

    /** The name of a language for readers; empty if the slug is of none. */
    public static Optional<String> shown(String slug, Locale reader) {
        return Optional.ofNullable(BY_SLUG.get(slug(slug))).map(language -> language.getDisplayLanguage(reader));
    }

    /** The English name of a language; empty if the slug is of none. */
    public static Optional<String> english(String slug) {
        return Optional.ofNullable(ENGLISH.get(slug));
    }

    /** The ISO 639-1 code of a language; empty if the slug is of none. */
    public static Optional<String> code(String slug) {
        return Optional.ofNullable(BY_SLUG.get(slug)).map(Locale::getLanguage);
    }

    private static String slug(Locale language) {
        return slug(language.getDisplayLanguage(Locale.ENGLISH));
    }

    private static String slug(String name) {
        String plain = Normalizer.normalize(name.strip(), Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
        return plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }
}
