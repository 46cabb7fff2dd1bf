package org.dohyo.vote;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

import jakarta.inject.Inject;

import org.dohyo.support.PostgresResource;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class CastTodayIT {

    private static final LocalDate DAY = LocalDate.of(2001, 9, 9);

    @Inject
    Vote.Repository repository;

    private static Instant noon(LocalDate day) {
        return day.atTime(12, 0).atZone(ZoneId.systemDefault()).toInstant();
    }

    private static String vote(int number, LocalDate day) {
        return "{\"question_id\":\"today-%d\",\"model_a\":\"today-a\",\"model_b\":\"today-b\",\"winner\":\"tie\",\"tstamp\":%d}"
                .formatted(number, noon(day).getEpochSecond());
    }

    @Test
    void votesOfThatDayAreCounted_neitherThoseBeforeNorAfter() {
        String votes = "["
                + String.join(",", vote(1, DAY.minusDays(1)), vote(2, DAY), vote(3, DAY), vote(4, DAY.plusDays(1)))
                + "]";
        given().auth().preemptive().basic("admin", "a password for the tests").contentType("application/octet-stream")
                .body(votes.getBytes(StandardCharsets.UTF_8)).post("/api/admin/votes/import?format=fastchat").then()
                .statusCode(200);
        assertThat(new CastToday(repository, Clock.fixed(noon(DAY), ZoneId.systemDefault())).count()).hasValue(2);
    }
}
