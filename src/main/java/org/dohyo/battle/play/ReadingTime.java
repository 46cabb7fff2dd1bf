package org.dohyo.battle.play;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.battle.Answer;
import org.dohyo.battle.BattleConfig;

/**
 * The least time for which the newest answers are on the screen before a vote on them counts. It grows with their
 * length and is far shorter than reading takes: a vote within it can't come from somebody who has looked at both.
 */
@ApplicationScoped
public class ReadingTime {

    private static final long MILLIS = 1_000;

    private final int charactersPerSecond;
    private final Duration atMost;

    ReadingTime(BattleConfig config) {
        charactersPerSecond = config.readingCharactersPerSecond();
        atMost = config.readingAtMost();
    }

    /** @param answers of all turns; empty if their texts were erased */
    public boolean tooShort(List<Answer> answers, Instant votedAt) {
        int turn = answers.stream().mapToInt(answer -> answer.turn).max().orElse(0);
        List<Answer> newest = answers.stream().filter(answer -> answer.turn == turn).toList();
        Optional<Instant> shown = newest.stream().map(ReadingTime::shown).filter(Objects::nonNull)
                .min(Instant::compareTo);
        return charactersPerSecond > 0
                && shown.filter(begin -> begin.plus(least(newest)).isAfter(votedAt)).isPresent();
    }

    private Duration least(List<Answer> answers) {
        long characters = answers.stream().mapToLong(answer -> answer.text.codePointCount(0, answer.text.length()))
                .sum();
        Duration least = Duration.ofMillis(characters * MILLIS / charactersPerSecond);
        return least.compareTo(atMost) < 0 ? least : atMost;
    }

    private static Instant shown(Answer answer) {
        return answer.startedAt == null || answer.firstTextMillis == null ? answer.startedAt
                : answer.startedAt.plusMillis(answer.firstTextMillis);
    }
}
