package org.dohyo.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.File;
import java.io.IOException;

import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Recounts are the service's boards; the arena's {@code ReleaseForAnalysisTest} keeps both up to date. */
class RecountTest {

    private static SparkSession spark;
    private static JsonNode boards;

    @BeforeAll
    static void open() throws IOException {
        spark = Recount.spark("local[2]");
        spark.conf().set("spark.sql.shuffle.partitions", 4);
        boards = new ObjectMapper().readTree(new File("src/test/resources/boards.json"));
    }

    @AfterAll
    static void close() throws IOException {
        spark.close();
    }

    @ParameterizedTest
    @CsvSource({ "release, overall, voters", "release, overall, votes", "release, overall, style",
            "release, japanese, voters", "votes.jsonl.gz, japanese, style" })
    void boardIsTheServices(String file, String category, String name) {
        Board board = Recount.board(spark, "src/test/resources/" + file, category, name);
        JsonNode service = boards.get(category + " " + name);
        assertThat(board.votes()).isEqualTo(service.get("votes").asLong());
        assertThat(board.models()).hasSameSizeAs(service.get("models"));
        board.models().forEach(line -> requireSame(line, service.get("models").get(line.slug())));
        assertThat(board.style()).hasSameSizeAs(service.get("style"));
        board.style().forEach((feature, effect) -> {
            assertSame(feature, effect.value(), service.get("style").get(feature).get("value"));
            assertSame(feature, effect.halfWidth(), service.get("style").get(feature).get("half"));
        });
    }

    private static void requireSame(Board.Line line, JsonNode service) {
        assertSame(line.slug(), line.rating(), service.get("rating"));
        assertSame(line.slug(), line.low(), service.get("low"));
        assertSame(line.slug(), line.high(), service.get("high"));
        assertSame(line.slug(), line.winRate(), service.get("winRate"));
        assertThat(line.votes()).isEqualTo(service.get("votes").asLong());
        assertThat(line.component()).isEqualTo(service.get("component").asInt());
    }

    private static void assertSame(String what, Double recounted, JsonNode service) {
        if (service.isNull()) {
            assertThat(recounted).as(what).satisfiesAnyOf(value -> assertThat(value).isNull(),
                    value -> assertThat(value).isNaN());
        } else {
            assertThat(recounted).as(what).isCloseTo(service.doubleValue(), within(1e-9));
        }
    }
}
