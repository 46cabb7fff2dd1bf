package org.dohyo.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.Test;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.ScheduledExecution;
import io.quarkus.scheduler.SuccessfulExecution;
import io.quarkus.scheduler.Trigger;

class BeatGateTest {

    private final BeatGate gate = new BeatGate();

    private static ScheduledExecution execution() {
        return new ScheduledExecution() {

            @Override
            public Trigger getTrigger() {
                return null;
            }

            @Override
            public Instant getFireTime() {
                return Instant.EPOCH;
            }

            @Override
            public Instant getScheduledFireTime() {
                return Instant.EPOCH;
            }
        };
    }

    private boolean skipsWork() {
        ScheduledExecution probe = execution();
        boolean skipped = gate.test(probe);
        gate.succeeded(new SuccessfulExecution(probe));
        return skipped;
    }

    @Test
    void stop_waitsForWorkThatHasBegun_andLetsNoneBegin() {
        ScheduledExecution begun = execution();
        assertThat(gate.test(begun)).as("is skipped").isFalse();
        AtomicBoolean closed = new AtomicBoolean();
        CompletableFuture<Void> stop = CompletableFuture.runAsync(() -> {
            try {
                gate.close(new ShutdownEvent());
                closed.set(true);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        await().atMost(Duration.ofSeconds(20)).until(this::skipsWork);
        assertThat(closed).isFalse();
        gate.succeeded(new SuccessfulExecution(begun));
        await().atMost(Duration.ofSeconds(20)).until(stop::isDone);
        assertThat(closed).isTrue();
    }

    @Test
    void stop_withoutWork_isAtOnce() throws InterruptedException {
        gate.close(new ShutdownEvent());
        assertThat(gate.test(execution())).isTrue();
    }
}
