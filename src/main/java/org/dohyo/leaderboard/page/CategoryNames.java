package org.dohyo.leaderboard.page;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;

/** Names categories in the reader's language. */
@ApplicationScoped
class CategoryNames {

    private static final Map<String, Locale> LANGUAGES = Arrays.stream(Locale.getISOLanguages())
            .map(Locale::forLanguageTag)
            .collect(Collectors.toMap(locale -> locale.getDisplayLanguage(Locale.ENGLISH).toLowerCase(Locale.ROOT),
                    locale -> locale, (one, other) -> one));

    /** @param slug a built-in category, or a language of imported votes; any other is named by its slug */
    String of(String slug, String locale) {
        CategoryMessages messages = MessageBundles.get(CategoryMessages.class, Localized.Literal.of(locale));
        return switch (slug) {
            case "overall" -> messages.overall();
            case "other" -> messages.other();
            case "code" -> messages.code();
            case "math" -> messages.math();
            case "long-prompt" -> messages.longPrompt();
            case "multi-turn" -> messages.multiTurn();
            case "instruction" -> messages.instruction();
            default ->
                LANGUAGES.containsKey(slug) ? LANGUAGES.get(slug).getDisplayLanguage(Locale.forLanguageTag(locale))
                        : slug;
        };
    }
}
