package org.dohyo.web.cache;

import java.time.Duration;
import java.util.HexFormat;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

import org.dohyo.support.Hashes;
import org.dohyo.web.Format;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * Pages and pictures that are rendered once for each version of the content and sent from memory after that. Anything
 * else they show, such as the names of categories, may be up to two seconds old.
 */
@ApplicationScoped
public class PageCache {

    public static final MediaType HTML = MediaType.TEXT_HTML_TYPE.withCharset("UTF-8");
    public static final MediaType SVG = new MediaType("image", "svg+xml", "utf-8");

    private static final Duration MAX_AGE = Duration.ofSeconds(2);
    private static final String VARY = HttpHeaders.ACCEPT_LANGUAGE + ", " + HttpHeaders.COOKIE;

    private final ContentVersion content;
    private final ResponseCache responses;
    private final Cache<String, Rendered> pages;

    PageCache(ContentVersion content, ResponseCache responses, CacheConfig config) {
        this.content = content;
        this.responses = responses;
        this.pages = Caffeine.newBuilder().maximumWeight(config.size().asLongValue()).expireAfterWrite(MAX_AGE)
                .weigher((String key, Rendered page) -> page.body.size()).build();
    }

    /**
     * @param tag a hash of the content, so that equal pages have the same tag on all replicas and in the next release
     */
    private record Rendered(CompressedBody body, EntityTag tag) {

        static Rendered of(String text) {
            CompressedBody body = CompressedBody.of(text);
            return new Rendered(body,
                    new EntityTag(HexFormat.of().formatHex(Hashes.sha256(body.plain()), 0, 12), true));
        }
    }

    /** @param key names the page, with everything it depends on beside the content: its language and parameters */
    public Response html(Request request, HttpHeaders headers, String key, Supplier<String> page) {
        return respond(request, headers, key, HTML, page);
    }

    /** As {@link #html}, for a picture. */
    public Response svg(Request request, HttpHeaders headers, String key, Supplier<String> picture) {
        return respond(request, headers, key, SVG, picture);
    }

    /** As {@link #html}, for a table. */
    public Response csv(Request request, HttpHeaders headers, String key, Supplier<String> table) {
        return respond(request, headers, key, Format.CSV.type(), table);
    }

    /**
     * Caches a page that depends on more than the content's version. {@code key} must change whenever that other input
     * does; it is computed on every request.
     */
    public Response other(Request request, HttpHeaders headers, String key, MediaType type, Supplier<String> text) {
        Rendered page = rendered(content.version(), key, text);
        return responses.respondUncached(request, headers, page.body, type, page.tag, VARY);
    }

    private Response respond(Request request, HttpHeaders headers, String key, MediaType type, Supplier<String> text) {
        long version = content.version();
        Rendered page = rendered(version, key, text);
        return responses.respond(request, headers, version, page.body, type, page.tag, VARY);
    }

    private Rendered rendered(long version, String key, Supplier<String> text) {
        return pages.get(version + " " + key, unused -> Rendered.of(text.get()));
    }
}
