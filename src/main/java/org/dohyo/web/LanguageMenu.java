package org.dohyo.web;

import java.util.List;

import io.quarkus.arc.Arc;
import io.quarkus.qute.TemplateGlobal;

/** The languages that every page offers, by their own names. */
@TemplateGlobal
final class LanguageMenu {

    private LanguageMenu() {
    }

    static List<Languages.Language> arenaLanguages() {
        Languages languages = Arc.container().instance(Languages.class).get();
        return languages.named(languages.standard());
    }
}
