package org.dohyo.web.cache;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

import org.dohyo.leaderboard.board.Boards;
import org.dohyo.web.Languages;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;

/**
 * Sends what is the same for everyone, and sends it again to whoever asks in the same words, before any other work is done
 * on the call: a vote makes every open browser ask for the same page at once. What was sent is kept for some seconds and
 * for one version of the boards.
 */
@ApplicationScoped
public class Answers {

    /** After the headers that every answer has. */
    private static final int PRIORITY = 100;
    private static final long MOST_BYTES = 64L << 20;
    private static final Duration LONGEST = Duration.ofSeconds(10);
    /** Kept by the browser, but never shown without asking whether it still holds. */
    private static final String CACHING = "no-cache";

    private final Boards boards;
    private final HttpServerRequest call;
    private final Cache<String, Kept> kept = Caffeine.newBuilder().maximumWeight(MOST_BYTES)
            .expireAfterWrite(LONGEST).weigher((String question, Kept answer) -> question.length() + answer.bytes.length())
            .build();

    Answers(Boards boards, HttpServerRequest call) {
        this.boards = boards;
        this.call = call;
    }

    /** @param opaque the tag without its sign of weakness: weak ones are compared so */
    private record Kept(long version, Buffer bytes, boolean gzip, String type, String tag, String opaque, String vary) {
    }

    /**
     * 200, or 304 where the caller has it. The method that returns it is {@code @Compressed}: only then the server, which
     * compresses nothing that is already, doesn't also say that it isn't.
     *
     * @param version of the boards, read before the body was made
     * @param vary the headers that it depends on, beside {@code Accept-Encoding}
     */
    public Response of(Request request, HttpHeaders headers, long version, Body body, MediaType type, EntityTag tag,
            String vary) {
        if (call.version() != HttpVersion.HTTP_2 && call.method() == HttpMethod.GET) {
            boolean gzip = gzip(headers);
            kept.put(question(call), new Kept(version, Buffer.buffer(gzip ? body.gzip() : body.plain()), gzip, type.toString(),
                    (tag.isWeak() ? "W/" : "") + '"' + tag.getValue() + '"', '"' + tag.getValue() + '"', varies(vary)));
        }
        return once(request, headers, body, type, tag, vary);
    }

    /** As {@link #of}, where the boards' version doesn't tell whether it still holds: not sent again without asking. */
    Response once(Request request, HttpHeaders headers, Body body, MediaType type, EntityTag tag, String vary) {
        Response.ResponseBuilder answer = request.evaluatePreconditions(tag);
        if (answer == null) {
            boolean gzip = gzip(headers);
            answer = Response.ok(gzip ? body.gzip() : body.plain(), type).tag(tag);
            if (gzip) {
                answer.header(HttpHeaders.CONTENT_ENCODING, "gzip");
            }
        }
        return answer.header(HttpHeaders.CACHE_CONTROL, CACHING).header(HttpHeaders.VARY, varies(vary)).build();
    }

    private static String varies(String vary) {
        return vary + ", " + HttpHeaders.ACCEPT_ENCODING;
    }

    /** Over HTTP/2 the server compresses all that is said to be compressed, so there it gets the plain text. */
    private boolean gzip(HttpHeaders headers) {
        String accepted = headers.getHeaderString(HttpHeaders.ACCEPT_ENCODING);
        return accepted != null && accepted.contains("gzip") && !accepted.replace(" ", "").contains("gzip;q=0")
                && call.version() != HttpVersion.HTTP_2;
    }

    /** All that an answer can depend on. */
    private static String question(HttpServerRequest request) {
        Cookie language = request.getHeader(HttpHeaders.COOKIE) == null ? null : request.getCookie(Languages.COOKIE);
        return request.uri() + '\n' + request.getHeader(HttpHeaders.ACCEPT) + '\n'
                + request.getHeader(HttpHeaders.ACCEPT_ENCODING) + '\n' + request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) + '\n'
                + (language == null ? "" : language.getValue());
    }

    void register(@Observes Filters filters) {
        filters.register(this::again, PRIORITY);
    }

    private void again(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        Kept known = request.method() != HttpMethod.GET || request.version() == HttpVersion.HTTP_2 ? null
                : kept.getIfPresent(question(request));
        String asked = request.getHeader(HttpHeaders.IF_NONE_MATCH);
        if (known == null || known.version != boards.version() || "*".equals(asked)) {
            routing.next();
            return;
        }
        HttpServerResponse response = routing.response();
        response.putHeader(HttpHeaders.ETAG, known.tag).putHeader(HttpHeaders.CACHE_CONTROL, CACHING)
                .putHeader(HttpHeaders.VARY, known.vary);
        if (asked != null && asked.contains(known.opaque)) {
            response.setStatusCode(304).end();
            return;
        }
        response.putHeader(HttpHeaders.CONTENT_TYPE, known.type);
        if (known.gzip) {
            response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        response.end(known.bytes);
    }
}
