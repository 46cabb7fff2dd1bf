package org.dohyo.web;

import java.util.List;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;

/** Chooses the language of a page: the remembered choice, else what the browser asks for, else English. */
@ApplicationScoped
public class Languages {

    static final String COOKIE = "dohyo_lang";

    private static final List<String> KNOWN = List.of("en", "ja");

    /** The language tag, {@code en} or {@code ja}, that answers this request. */
    public String of(HttpHeaders headers) {
        Cookie chosen = headers.getCookies().get(COOKIE);
        if (chosen != null && isKnown(chosen.getValue())) {
            return chosen.getValue();
        }
        return headers.getAcceptableLanguages().stream()
                .map(Locale::getLanguage)
                .filter(Languages::isKnown)
                .findFirst().orElse("en");
    }

    static boolean isKnown(String language) {
        return language != null && KNOWN.contains(language);
    }
}
