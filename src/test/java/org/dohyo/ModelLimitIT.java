package org.dohyo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.dohyo.model.ModelLimit;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.restassured.response.Response;

/** The bound on models, whichever way they come in, also at once. */
@Beside
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ModelLimitIT {

    @RegisterExtension
    static final PackagedArena ARENA = new PackagedArena();

    private static long models(int atLeast) throws SQLException {
        try (Connection database = ARENA.database(); Statement statement = database.createStatement()) {
            statement.execute("""
                    with filler as (
                      insert into model (slug, name, created_at)
                      select 'filler-' || number, 'Filler', now()
                      from generate_series((select count(*) from model) + 1, %d) as number
                      returning id)
                    insert into model_revision (model_id, revision, endpoint_model, created_at)
                    select id, 1, 'filler', now() from filler""".formatted(atLeast));
            try (ResultSet count = statement.executeQuery("select count(*) from model")) {
                count.next();
                return count.getLong(1);
            }
        }
    }

    private static long models() throws SQLException {
        return models(0);
    }

    private static Response created(String slug, String language) {
        return ARENA.admin().header("Accept-Language", language)
                .body(Map.of("slug", slug, "name", slug, "protocol", "demo", "modelId", "demo-ozeki"))
                .post("/api/admin/models");
    }

    private static Response registered(String slug, String language) {
        return ARENA.admin().header("Accept-Language", language)
                .body(Map.of("name", "Known as " + slug, "model", slug, "register", true))
                .put("/api/admin/benchmarks/models");
    }

    private static Response imported(String id, String modelA, String modelB) {
        return ARENA.admin().header("Accept-Language", "en").body("""
                {"question_id":"%s","model_a":"%s","model_b":"%s","winner":"model_a","tstamp":1}
                """.formatted(id, modelA, modelB)).post("/api/admin/votes/import?format=fastchat");
    }

    private static Response added(int way) {
        return switch (way % 3) {
            case 0 -> created("created-" + way, "en");
            case 1 -> registered("registered-" + way, "en");
            default -> imported("at-once-" + way, "imported-" + way, "demo-ozeki");
        };
    }

    @Test
    @Order(1)
    void ofManyAtOnce_asManyComeIn_asThereIsRoomFor() throws Exception {
        assertThat(models(ModelLimit.MOST - 2)).isEqualTo(ModelLimit.MOST - 2);
        ExecutorService callers = Executors.newFixedThreadPool(9);
        try {
            List<Future<Integer>> calls = IntStream.range(0, 9)
                    .mapToObj(way -> callers.submit(() -> added(way).statusCode())).toList();
            assertThat(calls.stream().map(ModelLimitIT::result).filter(status -> status < 300)).hasSize(2);
        } finally {
            callers.shutdown();
            assertThat(callers.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        }
        assertThat(models()).isEqualTo(ModelLimit.MOST);
    }

    private static int result(Future<Integer> call) {
        try {
            return call.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | No model can be added: an arena has 500 at most, and retired ones count.
            ja | モデルを追加できません。1つのアリーナのモデルは、引退したものも含めて 500 個までです。""")
    @Order(2)
    void fullArena_takesNoMore(String language, String sentence) throws SQLException {
        for (Response refused : List.of(created("one-more", language), registered("one-more", language))) {
            refused.then().statusCode(409).contentType("application/problem+json")
                    .body("code", equalTo("too-many-models")).body("detail", equalTo(sentence));
        }
        imported("one-more", "one-more", "demo-ozeki").then().statusCode(422)
                .body("errors[0].record", equalTo(0))
                .body("errors[0].reason", containsString("would compare 501 models"));
        assertThat(models()).isEqualTo(ModelLimit.MOST);
    }

    @Test
    @Order(3)
    void arenaWithMore_keepsThem() throws SQLException {
        assertThat(models(ModelLimit.MOST + 5)).isEqualTo(ModelLimit.MOST + 5);
        ARENA.admin().body(Map.of("weight", 2)).patch("/api/admin/models/demo-ozeki").then().statusCode(200);
        registered("demo-ozeki", "en").then().statusCode(200);
        imported("known", "demo-yokozuna", "demo-ozeki").then().statusCode(200).body("imported", equalTo(1));
        created("one-more", "en").then().statusCode(409);
        created("demo-ozeki", "en").then().statusCode(409).body("code", equalTo("slug-taken"));
        imported("unknown", "one-more", "demo-ozeki").then().statusCode(422);
        assertThat(models()).isEqualTo(ModelLimit.MOST + 5);
    }
}
