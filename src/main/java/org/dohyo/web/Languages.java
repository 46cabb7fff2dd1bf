package org.dohyo.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.vertx.core.http.HttpServerRequest;

/**
 * The languages of the arena, as {@code quarkus.locales} lists them, and the choice among them for a page: the reader's
 * earlier choice, else the browser's, else the standard one.
 */
@ApplicationScoped
public class Languages {

    /** The cookie that stores the choice. */
    public static final String COOKIE = "dohyo_lang";

    private final List<String> all;
    private final String standard;

    /** @param standard stands in for a language that the arena does not have */
    public Languages(@ConfigProperty(name = "quarkus.locales") List<String> tags,
            @ConfigProperty(name = "quarkus.default-locale") String standard) {
        this.all = List.copyOf(tags);
        this.standard = standard;
    }

    /**
     * @param tag such as {@code ja}
     * @param name in the reader's language
     * @param ownName in the language itself
     */
    public record Language(String tag, String name, String ownName) {

        static Language of(String tag, Locale reader) {
            Locale locale = Locale.forLanguageTag(tag);
            return new Language(tag, locale.getDisplayLanguage(reader), locale.getDisplayLanguage(locale));
        }
    }

    /** The language tags, in the order of the setting. */
    public List<String> all() {
        return all;
    }

    /** The tag of the language that is used where a reader's own is missing. */
    public String standard() {
        return standard;
    }

    /** That language if the arena has it, else the standard one. */
    public String nearest(String tag) {
        return contains(tag) ? tag : standard;
    }

    /** The language's name for a reader of another. */
    public String name(String tag, String reader) {
        return Language.of(tag, Locale.forLanguageTag(reader)).name();
    }

    public boolean contains(String tag) {
        return tag != null && all.contains(tag);
    }

    /** All languages with their names for a reader of that language. */
    public List<Language> named(String reader) {
        return all.stream().map(tag -> Language.of(tag, Locale.forLanguageTag(reader))).toList();
    }

    /** The tag of the language to answer this request in. */
    public String of(HttpHeaders headers) {
        return choose(remembered(headers.getCookies()), headers.getAcceptableLanguages());
    }

    /** As {@link #of(HttpHeaders)}, for filters. */
    String of(ContainerRequestContext request) {
        return choose(remembered(request.getCookies()), request.getAcceptableLanguages());
    }

    /** As {@link #of(HttpHeaders)}, outside the REST layer, also for a header that isn't well-formed. */
    String of(HttpServerRequest request) {
        io.vertx.core.http.Cookie remembered = request.getCookie(COOKIE);
        String accepted = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        return choose(remembered == null ? null : remembered.getValue(),
                accepted == null || accepted.isBlank() ? List.of() : ranges(accepted));
    }

    private static List<Locale> ranges(String accepted) {
        // It is refused, and the time to parse it would grow with its square.
        if (accepted.length() > RequestSyntax.MOST_HEADER) {
            return List.of();
        }
        try {
            return Locale.LanguageRange.parse(accepted).stream()
                    .map(range -> Locale.forLanguageTag(range.getRange())).toList();
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            // The latter for "-".
            return List.of();
        }
    }

    /** Why requests are refused, in the language to answer this one in. */
    RequestMessages words(HttpServerRequest request) {
        return Texts.of(RequestMessages.class, of(request));
    }

    private static String remembered(Map<String, Cookie> cookies) {
        Cookie cookie = cookies.get(COOKIE);
        return cookie == null ? null : cookie.getValue();
    }

    private String choose(String remembered, List<Locale> acceptable) {
        if (contains(remembered)) {
            return remembered;
        }
        return acceptable.stream().map(Locale::getLanguage).filter(this::contains).findFirst().orElse(standard);
    }
}
