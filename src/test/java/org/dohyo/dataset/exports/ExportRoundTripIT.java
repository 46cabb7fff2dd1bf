package org.dohyo.dataset.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

import org.dohyo.Beside;
import org.dohyo.PackagedArena;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.restassured.path.json.config.JsonPathConfig;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;

/**
 * Votes that leave one arena and come into another make the same boards there, and leave fast. Prints the rate of each
 * format.
 */
@Tag("long")
@Beside
class ExportRoundTripIT {

    private static final int MORE = Integer.getInteger("dohyo.export.votes", 150_000);

    @RegisterExtension
    static final PackagedArena ARENA = new PackagedArena();

    @RegisterExtension
    static final PackagedArena OTHER = new PackagedArena();

    private static void importVotes(PackagedArena arena, byte[] file, int expected) {
        arena.admin().contentType("application/octet-stream").body(file)
                .post("/api/admin/votes/import?format=fastchat").then().statusCode(200);
        await().atMost(Duration.ofMinutes(5)).pollInterval(Duration.ofMillis(500)).untilAsserted(
                () -> arena.given().get("/api/leaderboard").then().body("votes", equalTo(expected)));
    }

    private static byte[] oracle() throws IOException {
        try (InputStream file = new GZIPInputStream(
                ExportRoundTripIT.class.getResourceAsStream("/oracle/battles.json.gz"))) {
            return file.readAllBytes();
        }
    }

    private static byte[] madeUp() {
        SplittableRandom random = new SplittableRandom(17);
        List<String> winners = List.of("model_a", "model_b", "tie", "tie (bothbad)");
        return IntStream.range(0, MORE).mapToObj(
                i -> """
                        {"question_id":"m%d","model_a":"m-%d","model_b":"m-%d","winner":"%s","judge":"j%d","turn":1,\
                        "language":"English","tstamp":%d,"conv_metadata":{"sum_assistant_a_tokens":%d,"sum_assistant_b_tokens":9,\
                        "header_count_a":{"h1":1},"header_count_b":{"h2":2}}}"""
                        .formatted(i, random.nextInt(20), 20 + random.nextInt(20), winners.get(random.nextInt(4)),
                                random.nextInt(20_000), 1_700_000_000 + i, random.nextInt(900)))
                .collect(Collectors.joining("\n")).getBytes(StandardCharsets.UTF_8);
    }

    /** Prints how long it took. */
    private static Archive export(String format) {
        long begin = System.nanoTime();
        byte[] archive = ARENA.admin().get("/api/admin/votes/export?format=" + format).asByteArray();
        double seconds = (System.nanoTime() - begin) / 1e9;
        Archive read = Archive.of(archive);
        System.out.printf("export %s: %d records in %.2f s, %.0f/s, %d bytes%n", format,
                read.report().getLong("records"), seconds, read.report().getLong("records") / seconds, archive.length);
        return read;
    }

    private static List<Map<String, Object>> board(PackagedArena arena, String query) {
        return list(arena, "/api/leaderboard?" + query, "models");
    }

    /** With all digits of its numbers. */
    private static List<Map<String, Object>> list(PackagedArena arena, String path, String name) {
        return arena.given().get(path).jsonPath(new JsonPathConfig(NumberReturnType.DOUBLE)).getList(name);
    }

    @Test
    void sameBoard_afterTheRoundTrip() throws Exception {
        importVotes(ARENA, oracle(), 6_000);
        importVotes(OTHER, export("fastchat").votes(), 6_000);
        for (String query : List.of("weights=votes", "weights=voters", "weights=votes&method=elo",
                "category=japanese&weights=votes", "category=english&weights=voters", "styleControl=true")) {
            await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> assertThat(board(OTHER, query)).as(query)
                    .isNotEmpty().isEqualTo(board(ARENA, query)));
        }
        assertThat(list(OTHER, "/api/leaderboard/pairs", "pairs")).isNotEmpty()
                .isEqualTo(list(ARENA, "/api/leaderboard/pairs", "pairs"));
        importVotes(ARENA, madeUp(), 6_000 + MORE);
        for (String format : List.of("fastchat", "lmarena-140k", "csv")) {
            assertThat(export(format).report().getLong("records")).as(format).isEqualTo(6_000 + MORE);
        }
    }
}
