package org.dohyo;

import static org.assertj.core.api.Assertions.assertThat;

import org.dohyo.Duel.Fight;
import org.dohyo.provider.OpenAiServer.Script;
import org.dohyo.support.PostgresResource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** Text that PostgreSQL refuses, wherever a provider can send it: the battle goes on, and nothing is a 5xx. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class UnstorableTextIT {

    /** Where U+0000 stands, and how the battle has to end. */
    private enum Place {
        TEXT("READY", Script.stream().says("Hi \\u0000 there").finish("stop").doneMark()),
        REASONING("READY", Script.stream()
                .event("{\"choices\":[{\"index\":0,\"delta\":{\"reasoning_content\":\"Hm \\u0000\"}}]}")
                .says("Hi there").finish("stop").doneMark()),
        FINISH_REASON("READY", Script.stream().says("Hi there").finish("st\\u0000op").doneMark()),
        HALF_A_PAIR("READY", Script.stream().says("Hi \\ud83d there").finish("stop").doneMark()),
        ERROR_BODY("NEEDS_RETRY", Script.status(500).send("{\"error\":\"bad byte \0 here\"}")),
        ERROR_IN_STREAM("NEEDS_RETRY",
                Script.stream().says("Hi").event("{\"error\":{\"message\":\"bad \\u0000 byte\"}}")),
        ERROR_TEXT("NEEDS_RETRY", Script.stream().send("event: error\ndata: bad \0 byte\n\n"));

        private final String ending;
        private final Script script;

        Place(String ending, Script script) {
            this.ending = ending;
            this.script = script;
        }
    }

    @ParameterizedTest
    @EnumSource
    void theBattleEnds(Place place) {
        try (Duel duel = Duel.of("Alpha One", "Beta Two")) {
            duel.first.otherwise(place.script);
            duel.second.otherwise(Duel.answer("Two."));
            Fight fight = duel.open("Who is there");
            fight.awaitState(place.ending);

            assertThat(fight.call().get(fight.path("")).asString()).doesNotContain("\\u0000");
            assertThat(fight.call().post(fight.path("/stop")).statusCode()).isEqualTo(409);
        }
    }

    @ParameterizedTest
    @EnumSource(names = { "TEXT", "REASONING", "HALF_A_PAIR" })
    void itCanBeStopped(Place place) {
        try (Duel duel = Duel.of("Alpha One", "Beta Two")) {
            duel.first.otherwise(Script.stream().says("Hi \\u0000 there \\ud83d").hang());
            duel.second.otherwise(place.script);
            Fight fight = duel.open("Who is there");
            fight.awaitState("STREAMING");

            assertThat(fight.call().post(fight.path("/stop")).statusCode()).isEqualTo(204);
            fight.awaitState("STOPPED");
        }
    }
}
