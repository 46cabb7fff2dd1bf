package org.dohyo.leaderboard;

import java.nio.charset.StandardCharsets;
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

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * Pages and pictures that are made once for each published board and sent from memory after that: a vote makes every open
 * browser ask for the same page at once. What they show beside the boards, such as
 * names of categories, may be some seconds old.
 */
@ApplicationScoped
public class CachedPages {

    private static final long MOST_BYTES = 64L << 20;
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final MediaType SVG = new MediaType("image", "svg+xml", "utf-8");
    private static final MediaType CSV = new MediaType("text", "csv", "utf-8");

    private final Boards boards;
    private final Cache<String, Made> pages = Caffeine.newBuilder().maximumWeight(MOST_BYTES)
            .expireAfterWrite(LONGEST).weigher((String key, Made made) -> made.text.length).build();

    CachedPages(Boards boards) {
        this.boards = boards;
    }

    /** @param tag by the content, so that every replica and the next version of the software tell the same ones alike */
    private record Made(byte[] text, EntityTag tag) {

        static Made of(String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return new Made(bytes, new EntityTag(HexFormat.of().formatHex(Hashes.sha256(bytes), 0, 12), true));
        }
    }

    /**
     * @param what names the page, with all that it depends on beside the boards: its language and parameters
     */
    public Response html(Request request, String what, Supplier<String> page) {
        return answer(request, what, MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"), page);
    }

    /** As {@link #html}, a picture. */
    public Response svg(Request request, String what, Supplier<String> picture) {
        return answer(request, what, SVG, picture);
    }

    /** As {@link #html}, for programs. */
    public Response json(Request request, String what, Supplier<String> answer) {
        return answer(request, what, MediaType.APPLICATION_JSON_TYPE, answer);
    }

    /** As {@link #html}, a table. */
    public Response csv(Request request, String what, Supplier<String> table) {
        return answer(request, what, CSV, table);
    }

    private Response answer(Request request, String what, MediaType type, Supplier<String> text) {
        Made made = pages.get(boards.version() + " " + what, unused -> Made.of(text.get()));
        Response.ResponseBuilder answer = request.evaluatePreconditions(made.tag);
        if (answer == null) {
            answer = Response.ok(made.text, type).tag(made.tag);
        }
        // Kept by the browser, but never shown without asking whether it still holds.
        return answer.header(HttpHeaders.CACHE_CONTROL, "no-cache").build();
    }
}
