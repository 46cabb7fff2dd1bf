package org.dohyo.battle.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.dohyo.battle.Answer;
import org.dohyo.battle.BattleConfig;
import org.dohyo.battle.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingTimeTest {

    private static final Instant ASKED = Instant.parse("2027-01-31T00:00:00Z");

    /** With that speed, and eight seconds at most. */
    private static ReadingTime at(int charactersPerSecond) {
        return new ReadingTime((BattleConfig) Proxy.newProxyInstance(BattleConfig.class.getClassLoader(),
                new Class<?>[] { BattleConfig.class },
                (proxy, method, arguments) -> method.getName().equals("readingAtMost") ? Duration.ofSeconds(8)
                        : charactersPerSecond));
    }

    private static Answer answer(Side side, int turn, String text, Instant startedAt, Integer firstTextMillis) {
        Answer answer = new Answer();
        answer.side = side;
        answer.turn = turn;
        answer.text = text;
        answer.startedAt = startedAt;
        answer.firstTextMillis = firstTextMillis;
        return answer;
    }

    private static List<Answer> answers(int charactersA, int charactersB) {
        return List.of(answer(Side.A, 1, "a".repeat(charactersA), ASKED, 1_000),
                answer(Side.B, 1, "鰻".repeat(charactersB), ASKED, 4_000));
    }

    /** The first text comes a second after the prompt. */
    @ParameterizedTest
    @CsvSource({ "1000, 500, 3999, true", "1000, 500, 4000, false", "0, 0, 1000, false", "1, 0, 1001, true",
            "1000000, 1000000, 8999, true", "1000000, 1000000, 9000, false" })
    void time_growsWithBothAnswers_upToABound(int charactersA, int charactersB, int millis, boolean tooShort) {
        assertThat(at(500).tooShort(answers(charactersA, charactersB), ASKED.plusMillis(millis))).isEqualTo(tooShort);
    }

    @Test
    void onlyTheNewestTurnCounts() {
        List<Answer> answers = List.of(answer(Side.A, 1, "a".repeat(100_000), ASKED, 0),
                answer(Side.B, 1, "b".repeat(100_000), ASKED, 0),
                answer(Side.A, 2, "a".repeat(500), ASKED.plusSeconds(60), 0),
                answer(Side.B, 2, "b".repeat(500), ASKED.plusSeconds(60), null));
        assertThat(at(500).tooShort(answers, ASKED.plusMillis(61_999))).isTrue();
        assertThat(at(500).tooShort(answers, ASKED.plusMillis(62_000))).isFalse();
    }

    @Test
    void withoutASpeed_orWithoutTexts_noVoteIsTooFast() {
        assertThat(at(0).tooShort(answers(1_000_000, 1_000_000), ASKED)).isFalse();
        assertThat(at(500).tooShort(List.of(), ASKED)).isFalse();
    }
}
