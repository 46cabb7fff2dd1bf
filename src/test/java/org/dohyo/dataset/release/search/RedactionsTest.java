package org.dohyo.dataset.release.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.dohyo.battle.Exchange;
import org.dohyo.battle.Outcome;
import org.dohyo.dataset.exports.ExportedVote;
import org.junit.jupiter.api.Test;

class RedactionsTest {

    private static final UUID BATTLE = UUID.randomUUID();
    private static final ExportedVote VOTE = new ExportedVote(0, BATTLE, null, "a", "b", Outcome.A,
            List.of("overall", "english"), "00", Instant.EPOCH, true, 1, true, null, null, null, null, null, null, null,
            List.of(new Exchange(1, "I am x@example.org or y@example.org.", "Hello x@example.org", "Hello")));

    @Test
    void repeatedSecret_isMarkedEverywhere_exceptWhereItIsKept() {
        ExportedVote vote = VOTE.with(List.of(
                new Exchange(1, "My key sk-abcdEFGH12345678abcd and password: hunter2hunter2", "Use hunter2hunter2",
                        "No"),
                new Exchange(2, "And?", "hunter2hunter2", "xhunter2hunter2x")));
        assertThat(new Redactions(Set.of()).redact(vote).texts()).containsExactly(
                new Exchange(1, "My key [REDACTED:key] and password: [REDACTED:key]", "Use [REDACTED:key]", "No"),
                new Exchange(2, "And?", "[REDACTED:key]", "x[REDACTED:key]x"));
        Redactions some = new Redactions(Set.of(new Finding.Key(BATTLE, 2, Finding.Place.A, Detector.KEY, 0)));
        assertThat(some.redact(vote).texts().get(1).answerA()).isEqualTo("hunter2hunter2");
        assertThat(some.count()).isEqualTo(4);
        assertThat(Finding.in(1, vote)).extracting(Finding::key)
                .contains(new Finding.Key(BATTLE, 2, Finding.Place.A, Detector.KEY, 0)).hasSize(5);
    }

    @Test
    void placesAreMarked_andCounted_exceptThoseKept() {
        Redactions all = new Redactions(Set.of());
        assertThat(all.redact(VOTE).texts()).containsExactly(new Exchange(1,
                "I am [REDACTED:email] or [REDACTED:email].", "Hello [REDACTED:email]", "Hello"));
        assertThat(all.counts()).isEqualTo(Map.of(Detector.EMAIL, 3L));

        Redactions some = new Redactions(
                Set.of(new Finding.Key(BATTLE, 1, Finding.Place.PROMPT, Detector.EMAIL, 5)));
        assertThat(some.redact(VOTE).texts().get(0).prompt()).isEqualTo("I am x@example.org or [REDACTED:email].");
        assertThat(some.count()).isEqualTo(2);
    }
}
