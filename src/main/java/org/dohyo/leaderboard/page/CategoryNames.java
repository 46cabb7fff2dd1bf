package org.dohyo.leaderboard.page;

import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.text.Categories;
import org.dohyo.text.LanguageNames;
import org.dohyo.web.Texts;

/** Names categories in the reader's language. */
@ApplicationScoped
class CategoryNames {

    /** @param slug a built-in category, or a language of imported votes; any other is named by its slug */
    String of(String slug, String locale) {
        CategoryMessages messages = Texts.of(CategoryMessages.class, locale);
        return switch (slug) {
            case "overall" -> messages.overall();
            case "other" -> messages.other();
            case "code" -> messages.code();
            case "math" -> messages.math();
            case "long-prompt" -> messages.longPrompt();
            case "multi-turn" -> messages.multiTurn();
            case "instruction" -> messages.instruction();
            case Categories.JUDGE -> messages.judge();
            case Categories.INFERRED -> messages.inferred();
            default -> LanguageNames.shown(slug, Locale.forLanguageTag(locale)).orElse(slug);
        };
    }
}
