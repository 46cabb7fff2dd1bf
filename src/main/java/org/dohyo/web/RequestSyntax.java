package org.dohyo.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.Response.Status;

import org.dohyo.support.Problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/**
 * Refuses addresses and headers that are not well-formed before anything reads them: behind this filter each address
 * decodes to text without the null character, and each header that is negotiated with can be parsed. The server's own
 * check of addresses, which answers without a body, is switched off by {@link #OWN_CHECK_OFF}.
 */
@ApplicationScoped
public class RequestSyntax {

    /** The system property by which Quarkus leaves addresses unchecked; it is read once, before the first bean. */
    public static final String OWN_CHECK_OFF = "vertx.disableURIValidation";

    /** Above every other filter. */
    private static final int PRIORITY = 1100;
    private static final int MOST_ADDRESS = 8_000;
    static final int MOST_HEADER = 2_000;
    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]++";
    private static final String QUALITY = "(?:0(?:\\.\\d{0,3})?|1(?:\\.0{0,3})?)";
    /** Without commas between quotes, which the REST layer would take for the end of a list's element. */
    private static final String PARAMETER = "[ \\t]*+;[ \\t]*+(?:[qQ]=" + QUALITY + "|(?![qQ]=)" + TOKEN + "=(?:"
            + TOKEN + "|\"[ !#-+\\--\\[\\]-~]*+\"))";
    private static final String MEDIA_TYPE = TOKEN + "/" + TOKEN + "(?:" + PARAMETER + ")*+";
    private static final String LANGUAGE = "(?:\\*|[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*+)(?:[ \\t]*+;[ \\t]*+[qQ]="
            + QUALITY + ")?+";
    private static final List<Header> HEADERS = List.of(
            new Header("Accept", list(MEDIA_TYPE), RequestMessages::mediaTypes),
            new Header("Accept-Language", list(LANGUAGE), RequestMessages::languageTags),
            new Header("Content-Type", Pattern.compile(MEDIA_TYPE), RequestMessages::mediaType));
    private static final Pattern CHARSET = Pattern
            .compile("(?i)application/json[ \\t]*;.*charset=(?!\"?utf-8\"?(?:[ \\t]*;.*)?$).*");

    /** Java's own old client sends {@code *; q=.2}, which is no media type. */
    private static final Pattern BARE_WILDCARD = Pattern.compile("(?<![^,\\s])\\*(?=[ \\t]*(?:[;,]|$))");
    private static final Pattern BARE_FRACTION = Pattern.compile("(?<=[qQ]=)(?=\\.\\d)");

    private record Header(String name, Pattern form, Function<RequestMessages, String> rule) {

        boolean accepts(String value) {
            return value.length() <= MOST_HEADER && form.matcher(value.strip()).matches();
        }
    }

    private record Fault(String field, String in, Function<RequestMessages, String> rule) {
    }

    private static Pattern list(String element) {
        return Pattern.compile("(?:" + element + ")(?:[ \\t]*+,[ \\t]*+(?:" + element + "))*+");
    }

    private final Languages languages;

    RequestSyntax(Languages languages) {
        this.languages = languages;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, PRIORITY);
    }

    private void check(RoutingContext call) {
        HEADERS.forEach(header -> mend(call.request().headers(), header));
        refusal(call.request(), () -> languages.words(call.request()))
                .ifPresentOrElse(problem -> ProblemResponse.send(call, problem), call::next);
    }

    /** An empty header asks for nothing, so it is as good as none. */
    private static void mend(MultiMap headers, Header header) {
        List<String> values = headers.getAll(header.name());
        List<String> mended = values.stream().filter(value -> !value.isBlank())
                .map(value -> header.name().equals("Accept") && value.length() <= MOST_HEADER ? mended(value) : value)
                .toList();
        if (!mended.equals(values)) {
            headers.remove(header.name());
            headers.add(header.name(), mended);
        }
    }

    static String mended(String accept) {
        return BARE_FRACTION.matcher(BARE_WILDCARD.matcher(accept).replaceAll("*/*")).replaceAll("0");
    }

    /**
     * The reason why the request can't be read; empty if it can.
     *
     * @param words asked for only then: most requests are fine, and the language takes time to find
     */
    static Optional<HttpProblem> refusal(HttpServerRequest request, Supplier<RequestMessages> words) {
        String address = request.uri();
        if (address.length() > MOST_ADDRESS) {
            return Optional.of(Problem.of(Status.REQUEST_URI_TOO_LONG, "address-too-long",
                    words.get().longerAddress(MOST_ADDRESS)));
        }
        int query = address.indexOf('?');
        return malformed(query < 0 ? address : address.substring(0, query))
                .or(() -> query < 0 ? Optional.empty() : malformedQuery(address.substring(query + 1)))
                .or(() -> unencoded(address))
                .or(() -> malformedHeader(request))
                .map(fault -> Problem.field(Status.BAD_REQUEST, fault.field, fault.in, fault.rule.apply(words.get())));
    }

    private static Optional<Fault> malformedQuery(String query) {
        for (String parameter : query.split("&")) {
            Optional<Fault> fault = complaint(parameter)
                    .map(complaint -> new Fault(nameOf(parameter), "query", complaint));
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    private static String nameOf(String parameter) {
        String name = parameter.split("=", 2)[0];
        return complaint(name).isPresent() || name.isEmpty() ? "query" : name;
    }

    private static Optional<Fault> malformed(String path) {
        return complaint(path).map(complaint -> new Fault("path", "path", complaint));
    }

    private static Optional<Fault> unencoded(String address) {
        try {
            new URI(address);
            return Optional.empty();
        } catch (URISyntaxException e) {
            int query = address.indexOf('?');
            String part = query >= 0 && e.getIndex() > query ? "query" : "path";
            return Optional.of(new Fault(part, part, RequestMessages::encoded));
        }
    }

    private static Optional<Fault> malformedHeader(HttpServerRequest request) {
        for (Header header : HEADERS) {
            for (String value : request.headers().getAll(header.name())) {
                if (!header.accepts(value)) {
                    return Optional.of(new Fault(header.name(), "header", header.rule()));
                }
            }
        }
        String type = request.getHeader("Content-Type");
        return type != null && CHARSET.matcher(type).matches()
                ? Optional.of(new Fault("Content-Type", "header", RequestMessages::utf8Charset))
                : Optional.empty();
    }

    /** The reason why the text is no part of an address; empty if it is one. */
    static Optional<Function<RequestMessages, String>> complaint(String encoded) {
        ByteBuffer bytes = ByteBuffer.allocate(encoded.length() * 3);
        for (int i = 0; i < encoded.length(); i++) {
            char c = encoded.charAt(i);
            if (c != '%') {
                bytes.put(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
            } else if (isHex(encoded, i + 1) && isHex(encoded, i + 2)) {
                bytes.put((byte) Integer.parseInt(encoded, i + 1, i + 3, 16));
                i += 2;
            } else {
                return Optional.of(RequestMessages::hexDigits);
            }
        }
        return complaint(bytes.flip());
    }

    private static Optional<Function<RequestMessages, String>> complaint(ByteBuffer bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).chars().anyMatch(c -> c == 0)
                    ? Optional.of(RequestMessages::nul)
                    : Optional.empty();
        } catch (CharacterCodingException e) {
            return Optional.of(RequestMessages::utf8);
        }
    }

    private static boolean isHex(String text, int index) {
        return index < text.length() && Character.digit(text.charAt(index), 16) >= 0 && text.charAt(index) < 128;
    }
}
