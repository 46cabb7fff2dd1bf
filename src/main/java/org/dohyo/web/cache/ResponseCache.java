package org.dohyo.web.cache;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

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
 * Caches public responses by request URI and headers, and serves repeats before routing: a vote makes every open
 * browser request the same page at once. A response is kept for up to two seconds and for one version of the content.
 */
@ApplicationScoped
public class ResponseCache {

    /** Lower than that of the filter that adds the headers of every response, so this one runs after it. */
    private static final int PRIORITY = 100;
    private static final Duration MAX_AGE = Duration.ofSeconds(2);
    /** The browser may keep a response but has to revalidate it before each use. */
    private static final String CACHING = "no-cache";

    private final ContentVersion content;
    private final HttpServerRequest call;
    private final Cache<String, Entry> entries;

    ResponseCache(ContentVersion content, HttpServerRequest call, CacheConfig config) {
        this.content = content;
        this.call = call;
        this.entries = Caffeine.newBuilder().maximumWeight(config.size().asLongValue()).expireAfterWrite(MAX_AGE)
                .weigher((String key, Entry entry) -> key.length() + entry.bytes.length()).build();
    }

    /** @param opaque the tag without its weakness mark, since weak tags are compared that way */
    private record Entry(long version, Buffer bytes, boolean gzip, String type, String tag, String opaque,
            String vary) {
    }

    /**
     * Returns 200, or 304 if the caller has the body. The calling method has to be {@code @Compressed}: otherwise the
     * server adds {@code Content-Encoding: identity}.
     *
     * @param version of the content, read before the body was computed
     * @param vary the headers that the response depends on, beside {@code Accept-Encoding}
     */
    public Response respond(Request request, HttpHeaders headers, long version, CompressedBody body, MediaType type,
            EntityTag tag, String vary) {
        if (call.version() != HttpVersion.HTTP_2 && call.method() == HttpMethod.GET) {
            boolean gzip = gzip(headers);
            entries.put(key(call),
                    new Entry(version, Buffer.buffer(gzip ? body.gzip() : body.plain()), gzip, type.toString(),
                            (tag.isWeak() ? "W/" : "") + '"' + tag.getValue() + '"', '"' + tag.getValue() + '"',
                            varies(vary)));
        }
        return respondUncached(request, headers, body, type, tag, vary);
    }

    /** As {@link #respond}, but not kept: for a body that may change while the content's version stays the same. */
    Response respondUncached(Request request, HttpHeaders headers, CompressedBody body, MediaType type, EntityTag tag,
            String vary) {
        Response.ResponseBuilder response = request.evaluatePreconditions(tag);
        if (response == null) {
            boolean gzip = gzip(headers);
            response = Response.ok(gzip ? body.gzip() : body.plain(), type).tag(tag);
            if (gzip) {
                response.header(HttpHeaders.CONTENT_ENCODING, "gzip");
            }
        }
        return response.header(HttpHeaders.CACHE_CONTROL, CACHING).header(HttpHeaders.VARY, varies(vary)).build();
    }

    private static String varies(String vary) {
        return vary + ", " + HttpHeaders.ACCEPT_ENCODING;
    }

    /** Over HTTP/2 the server itself compresses the responses of {@code @Compressed} methods, so it gets plain text. */
    private boolean gzip(HttpHeaders headers) {
        String accepted = headers.getHeaderString(HttpHeaders.ACCEPT_ENCODING);
        return accepted != null && accepted.contains("gzip") && !accepted.replace(" ", "").contains("gzip;q=0")
                && call.version() != HttpVersion.HTTP_2;
    }

    /** All parts of a request that a response can depend on. */
    private static String key(HttpServerRequest request) {
        Cookie language = request.getHeader(HttpHeaders.COOKIE) == null ? null : request.getCookie(Languages.COOKIE);
        return request.uri() + '\n' + request.getHeader(HttpHeaders.ACCEPT) + '\n'
                + request.getHeader(HttpHeaders.ACCEPT_ENCODING) + '\n' + request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)
                + '\n'
                + (language == null ? "" : language.getValue());
    }

    void register(@Observes Filters filters) {
        filters.register(this::serve, PRIORITY);
    }

    private void serve(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        Entry entry = request.method() != HttpMethod.GET || request.version() == HttpVersion.HTTP_2 ? null
                : entries.getIfPresent(key(request));
        String ifNoneMatch = request.getHeader(HttpHeaders.IF_NONE_MATCH);
        if (entry == null || entry.version != content.version() || "*".equals(ifNoneMatch)) {
            routing.next();
            return;
        }
        HttpServerResponse response = routing.response();
        response.putHeader(HttpHeaders.ETAG, entry.tag).putHeader(HttpHeaders.CACHE_CONTROL, CACHING)
                .putHeader(HttpHeaders.VARY, entry.vary);
        if (ifNoneMatch != null && ifNoneMatch.contains(entry.opaque)) {
            response.setStatusCode(304).end();
            return;
        }
        response.putHeader(HttpHeaders.CONTENT_TYPE, entry.type);
        if (entry.gzip) {
            response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        response.end(entry.bytes);
    }
}
