package org.dohyo.dataset.format;

import java.util.ArrayList;
import java.util.List;

import org.dohyo.text.Categories;
import org.dohyo.text.Language;
import org.dohyo.text.LanguageNames;
import org.dohyo.text.Task;

/** The categories of an imported comparison: the overall one, its language, and the tasks of its prompts. */
public final class Topics {

    private Topics() {
    }

    /** @param language its name or code as the file has it, or null; only one of ISO 639-1 is a category */
    public static List<String> of(String language, List<String> prompts) {
        List<String> categories = new ArrayList<>(List.of(Categories.OVERALL,
                LanguageNames.slugOf(language == null ? "" : language).orElse(Language.OTHER.slug())));
        Task.of(prompts).forEach(task -> categories.add(task.slug()));
        return List.copyOf(categories);
    }

    /** For files that don't name the language. */
    public static List<String> of(List<String> prompts) {
        return of(prompts.isEmpty() ? null : Language.of(String.join("\n", prompts)).slug(), prompts);
    }
}
