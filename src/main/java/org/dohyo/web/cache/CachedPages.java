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

import org.dohyo.leaderboard.board.Boards;
import org.dohyo.support.Hashes;
import org.dohyo.web.Format;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * Pages and pictures that are made once for each published board and sent from memory after that. What they show beside the
 * boards, such as names of categories, may be some seconds old.
 */
@ApplicationScoped
public class CachedPages {

    private static final long MOST_BYTES = 64L << 20;
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final String VARY = HttpHeaders.ACCEPT_LANGUAGE + ", " + HttpHeaders.COOKIE;
    public static final MediaType HTML = MediaType.TEXT_HTML_TYPE.withCharset("UTF-8");
    public static final MediaType SVG = new MediaType("image", "svg+xml", "utf-8");

    private final Boards boards;
    private final Answers answers;
    private final Cache<String, Made> pages = Caffeine.newBuilder().maximumWeight(MOST_BYTES)
            .expireAfterWrite(LONGEST).weigher((String key, Made made) -> made.body.size()).build();

    CachedPages(Boards boards, Answers answers) {
        this.boards = boards;
        this.answers = answers;
    }

    /** @param tag by the content, so that every replica and the next version of the software tell the same ones alike */
    private record Made(Body body, EntityTag tag) {

        static Made of(String text) {
            Body body = Body.of(text);
            return new Made(body, new EntityTag(HexFormat.of().formatHex(Hashes.sha256(body.plain()), 0, 12), true));
        }
    }

    /**
     * @param what names the page, with all that it depends on beside the boards: its language and parameters
     */
    public Response html(Request request, HttpHeaders headers, String what, Supplier<String> page) {
        return answer(request, headers, what, HTML, page);
    }

    /** As {@link #html}, a picture. */
    public Response svg(Request request, HttpHeaders headers, String what, Supplier<String> picture) {
        return answer(request, headers, what, SVG, picture);
    }

    /** As {@link #html}, a table. */
    public Response csv(Request request, HttpHeaders headers, String what, Supplier<String> table) {
        return answer(request, headers, what, Format.CSV.type(), table);
    }

    /**
     * What depends on more than the boards, of which {@code what} says the state too: it is made as seldom, but every call is
     * asked what it is about.
     */
    public Response other(Request request, HttpHeaders headers, String what, MediaType type, Supplier<String> text) {
        Made made = made(boards.version(), what, text);
        return answers.once(request, headers, made.body, type, made.tag, VARY);
    }

    private Response answer(Request request, HttpHeaders headers, String what, MediaType type, Supplier<String> text) {
        long version = boards.version();
        Made made = made(version, what, text);
        return answers.of(request, headers, version, made.body, type, made.tag, VARY);
    }

    private Made made(long version, String what, Supplier<String> text) {
        return pages.get(version + " " + what, unused -> Made.of(text.get()));
    }
}
