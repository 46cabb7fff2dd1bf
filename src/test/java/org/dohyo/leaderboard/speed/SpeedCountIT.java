package org.dohyo.leaderboard.speed;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.dohyo.Duel;
import org.dohyo.Duel.Fight;
import org.dohyo.provider.OpenAiServer.Script;
import org.dohyo.support.PostgresResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** Speeds come from answers of voted battles, each counted once. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class SpeedCountIT {

    @Inject
    SpeedCount count;

    @Inject
    ModelSpeed.Repository speeds;

    @Inject
    Clock clock;

    private List<String> others;

    /** So that a duel's models are drawn alone. */
    @BeforeEach
    void disableOthersModels() {
        others = Duel.admin().get("/api/admin/models").path("models.findAll { it.enabled }.slug");
        setOthersEnabled(false);
    }

    @AfterEach
    void enableOthersModels() {
        setOthersEnabled(true);
    }

    private void setOthersEnabled(boolean enabled) {
        others.forEach(slug -> Duel.admin().body(Map.of("enabled", enabled)).patch("/api/admin/models/" + slug).then()
                .statusCode(200));
    }

    private static Script counted(String text) {
        return Script.stream().says(text).event("{\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}],"
                + "\"usage\":{\"prompt_tokens\":10,\"completion_tokens\":50}}").doneMark();
    }

    private List<ModelSpeed.Sum> of(String slug) {
        return QuarkusTransaction.requiringNew()
                .call(() -> speeds.since(LocalDate.now(clock).minusDays(1))).stream()
                .filter(sum -> sum.slug().equals(slug)).toList();
    }

    private void vote(Fight fight) {
        fight.call().body(Map.of("outcome", "A")).post(fight.path("/vote")).then().statusCode(201);
        await().untilAsserted(() -> fight.call().get(fight.path("/receipt")).then().statusCode(200));
    }

    @Test
    void answers_areCountedAfterTheVoteAlone_once_byRevision() {
        try (Duel duel = Duel.of("Swift Hare", "Slow Tortoise")) {
            duel.first.otherwise(counted("Here is a short answer."));
            duel.second.otherwise(Duel.answer("Here is another one."));
            Fight fight = duel.open("Who wins the race?");
            fight.awaitState("READY");
            count.pass();
            assertThat(of(duel.slugs.get(0))).isEmpty();

            vote(fight);
            // The arena's own pass may have begun before the vote was logged, and holds others off.
            await().untilAsserted(() -> {
                count.pass();
                assertThat(of(duel.slugs.get(0))).isNotEmpty();
            });
            List<CompletableFuture<Void>> passes = IntStream.range(0, 2)
                    .mapToObj(i -> CompletableFuture.runAsync(count::pass)).toList();
            passes.forEach(CompletableFuture::join);
            count.pass();
            assertThat(of(duel.slugs.get(0))).extracting(ModelSpeed.Sum::measure, ModelSpeed.Sum::answers)
                    .containsExactlyInAnyOrder(
                            tuple(SpeedMeasure.FIRST_TEXT, 1L),
                            tuple(SpeedMeasure.TOKENS_PER_SECOND, 1L));
            assertThat(of(duel.slugs.get(1))).extracting(ModelSpeed.Sum::measure)
                    .containsExactly(SpeedMeasure.FIRST_TEXT);

            Duel.admin().body(Map.of("modelId", "next")).patch("/api/admin/models/" + duel.slugs.get(0)).then()
                    .statusCode(200).body("revision", equalTo(2));
            assertThat(of(duel.slugs.get(0))).isEmpty();
        }
    }

    @Test
    void figures_arePublic_fromTheLeastNumberOfAnswersOn() {
        try (Duel duel = Duel.of("Many Answers", "Few Answers")) {
            duel.first.otherwise(Duel.answer("One answer."));
            duel.second.otherwise(Duel.answer("Another answer."));
            Fight fight = duel.open("What is shown?");
            fight.awaitState("READY");
            vote(fight);
            // Bucket 142 holds 1,020 to 1,071 milliseconds.
            store(duel.slugs.get(0), Speed.LEAST_ANSWERS);
            // One less than the least with the answer in the battle, which may have been counted already.
            store(duel.slugs.get(1), Speed.LEAST_ANSWERS - 2);
            String model = "models.find { it.slug == '%s' }.firstText";
            await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> given().get("/api/leaderboard/value").then()
                    .body(model.formatted(duel.slugs.get(0)) + ".median.doubleValue()", closeTo(1.04, 0.03))
                    .body(model.formatted(duel.slugs.get(1)), nullValue()));
        }
    }

    private void store(String slug, long answers) {
        QuarkusTransaction.requiringNew().run(() -> {
            ModelSpeed speed = new ModelSpeed();
            speed.modelId = speeds.getEntityManager()
                    .createQuery("select m.id from ModelSummary m where m.slug = ?1", Long.class).setParameter(1, slug)
                    .getSingleResult();
            speed.revision = 1;
            speed.measure = SpeedMeasure.FIRST_TEXT;
            speed.day = LocalDate.now(clock).minusDays(3);
            speed.bucket = 142;
            speed.answers = answers;
            speeds.persist(speed);
        });
    }
}
