package org.dohyo.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;

/** Chooses the language of a page: the remembered choice, else what the browser asks for, else English. */
@ApplicationScoped
public class Languages {

    /** Remembers the choice. */
    public static final String COOKIE = "dohyo_lang";

    /** The language tags of all languages that the arena has. */
    public static final List<String> KNOWN = List.of("en", "ja");

    /** The language tag, {@code en} or {@code ja}, that answers this request. */
    public String of(HttpHeaders headers) {
        return chosen(headers.getCookies(), headers.getAcceptableLanguages());
    }

    /** As {@link #of(HttpHeaders)}, where a filter holds the request. */
    String of(ContainerRequestContext request) {
        return chosen(request.getCookies(), request.getAcceptableLanguages());
    }

    private static String chosen(Map<String, Cookie> cookies, List<Locale> acceptable) {
        Cookie remembered = cookies.get(COOKIE);
        if (remembered != null && isKnown(remembered.getValue())) {
            return remembered.getValue();
        }
        return acceptable.stream().map(Locale::getLanguage).filter(Languages::isKnown).findFirst().orElse("en");
    }

    static boolean isKnown(String language) {
        return language != null && KNOWN.contains(language);
    }
}
