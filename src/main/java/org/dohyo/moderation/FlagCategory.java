package org.dohyo.moderation;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.dohyo.web.Texts;

import com.fasterxml.jackson.annotation.JsonValue;

/** The categories that a prompt can be flagged for, as voters read them. */
enum FlagCategory {
    HARASSMENT(PromptMessages::harassment),
    HATE(PromptMessages::hate),
    ILLICIT(PromptMessages::illicit),
    SELF_HARM(PromptMessages::selfHarm),
    SEXUAL(PromptMessages::sexual),
    VIOLENCE(PromptMessages::violence),
    /** Any other category of the endpoint, and flags without a category. */
    OTHER(PromptMessages::other);

    private final Function<PromptMessages, String> text;

    FlagCategory(Function<PromptMessages, String> text) {
        this.text = text;
    }

    @JsonValue
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Maps the endpoint's categories to ours; never empty.
     *
     * @param categories as the endpoint names them, such as {@code violence/graphic}
     */
    static Set<FlagCategory> of(List<String> categories) {
        Set<FlagCategory> known = categories.stream().map(FlagCategory::of)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(FlagCategory.class)));
        return known.isEmpty() ? EnumSet.of(OTHER) : known;
    }

    private static FlagCategory of(String category) {
        String first = category.toLowerCase(Locale.ROOT).replace('_', '-').split("/", 2)[0];
        return Arrays.stream(values()).filter(known -> known.label().equals(first)).findFirst().orElse(OTHER);
    }

    /** Their names as a list, with the language's separator. */
    static String list(Set<FlagCategory> categories, PromptMessages messages) {
        return categories.stream().map(category -> category.text.apply(messages))
                .collect(Collectors.joining(messages.comma()));
    }

    /** The messages to voters in a language. */
    static PromptMessages messages(String locale) {
        return Texts.of(PromptMessages.class, locale);
    }
}
