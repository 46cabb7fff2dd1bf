package org.dohyo.dataset.exports;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.dohyo.dataset.exports.file.ExportFile;
import org.dohyo.text.Categories;
import org.dohyo.text.CategoryRule;
import org.dohyo.text.Language;
import org.dohyo.text.LanguageNames;
import org.dohyo.web.ParameterPlace;

/** The parameters of an export; a wrong one gets 400, and the response names it. */
@ApplicationScoped
public class ExportParameters {

    private final VoteExport export;
    private final CategoryRule.Repository rules;

    ExportParameters(VoteExport export, CategoryRule.Repository rules) {
        this.export = export;
        this.rules = rules;
    }

    /** The names of all formats. */
    public List<String> formats() {
        return export.formats();
    }

    public ExportFormat<?> format(String name) {
        ParameterPlace.QUERY.check("format", export.format(name).isPresent(),
                export.formats());
        return export.format(name).orElseThrow();
    }

    /** The kind of file with that label; without one the first. */
    public static ExportFile file(List<ExportFile> kinds, String label) {
        if (label == null || label.isEmpty()) {
            return kinds.get(0);
        }
        ParameterPlace.QUERY.check("file", kinds.stream().anyMatch(file -> file.label().equals(label)),
                kinds.stream().map(ExportFile::label).toList());
        return kinds.stream().filter(file -> file.label().equals(label)).findFirst().orElseThrow();
    }

    /** The selection by these parameters; empty texts select by nothing. */
    @Transactional
    public ExportSelection selection(ParameterPlace in, String category, String language, String from, String to,
            boolean counted, boolean texts, boolean reasons) {
        ExportSelection selection = new ExportSelection(category(in, category.strip()), language(in, language.strip()),
                in.begin("from", from), in.end("to", to), counted, texts, reasons);
        in.check("to", selection.from() == null || selection.to() == null
                || selection.from().isBefore(selection.to()), words -> words.after("from"));
        return selection;
    }

    private String category(ParameterPlace in, String slug) {
        in.check(ExportMessages.class, "category", slug.isEmpty() || Categories.builtIn().contains(slug)
                || LanguageNames.code(slug).isPresent() || rules.count("slug", slug) > 0, ExportMessages::noCategory);
        return slug.equals(Categories.OVERALL) ? "" : slug;
    }

    private static String language(ParameterPlace in, String name) {
        if (name.isEmpty() || name.equals(Language.OTHER.slug())) {
            return name;
        }
        in.check(ExportMessages.class, "language", LanguageNames.slugOf(name).isPresent(),
                ExportMessages::noLanguage);
        return LanguageNames.slugOf(name).orElseThrow();
    }
}
