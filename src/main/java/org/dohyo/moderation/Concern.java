package org.dohyo.moderation;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonValue;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;

/** What a prompt can be flagged for, as a voter is told it. */
public enum Concern {
    HARASSMENT(PromptMessages::harassment),
    HATE(PromptMessages::hate),
    ILLICIT(PromptMessages::illicit),
    SELF_HARM(PromptMessages::selfHarm),
    SEXUAL(PromptMessages::sexual),
    VIOLENCE(PromptMessages::violence),
    /** The endpoint has words of its own, or none. */
    OTHER(PromptMessages::other);

    private final Function<PromptMessages, String> words;

    Concern(Function<PromptMessages, String> words) {
        this.words = words;
    }

    @JsonValue
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @param categories the endpoint's words, such as {@code violence/graphic}; never gives an empty set */
    public static Set<Concern> of(List<String> categories) {
        Set<Concern> concerns = categories.stream().map(Concern::of)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Concern.class)));
        return concerns.isEmpty() ? EnumSet.of(OTHER) : concerns;
    }

    private static Concern of(String category) {
        String first = category.toLowerCase(Locale.ROOT).replace('_', '-').split("/", 2)[0];
        return Arrays.stream(values()).filter(concern -> concern.label().equals(first)).findFirst().orElse(OTHER);
    }

    /** What voters are told, in the language of the tag. */
    public static PromptMessages words(String locale) {
        return MessageBundles.get(PromptMessages.class, Localized.Literal.of(locale));
    }

    /** Their names in a row, as the language writes one. */
    public static String told(Set<Concern> concerns, PromptMessages words) {
        return concerns.stream().map(concern -> concern.words.apply(words)).collect(Collectors.joining(words.comma()));
    }
}
