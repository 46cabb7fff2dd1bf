package org.dohyo.project.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.vertx.core.Vertx;

class KeptTest {

    private static final int PATIENT = 20_000;

    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger times = new AtomicInteger();

    @AfterEach
    void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get();
    }

    @Test
    void figures_areComputedOnceForAState_andAnewForAnother() {
        Kept<String, Integer> kept = new Kept<>(vertx, String::equals, PATIENT);
        assertThat(kept.of(1, "a", times::incrementAndGet)).isEqualTo(new Kept.Answer<>(1, false));
        assertThat(kept.of(1, "a", times::incrementAndGet)).isEqualTo(new Kept.Answer<>(1, false));
        assertThat(kept.of(2, "a", times::incrementAndGet)).isEqualTo(new Kept.Answer<>(2, false));
        assertThat(kept.of(1, "b", times::incrementAndGet)).isEqualTo(new Kept.Answer<>(3, false));
    }

    @Test
    void whoeverWouldWait_getsTheFiguresBefore() {
        Kept<String, Integer> kept = new Kept<>(vertx, String::equals, 1);
        CountDownLatch latch = new CountDownLatch(1);
        assertThat(kept.of(1, "a", () -> after(latch))).isEqualTo(new Kept.Answer<>(null, true));
        latch.countDown();
        await().until(() -> !kept.of(1, "a", times::incrementAndGet).pending());
        CountDownLatch next = new CountDownLatch(1);
        assertThat(kept.of(1, "b", () -> after(next))).isEqualTo(new Kept.Answer<>(1, true));
        next.countDown();
        await().until(() -> kept.of(1, "b", times::incrementAndGet).equals(new Kept.Answer<>(2, false)));
    }

    private int after(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return times.incrementAndGet();
    }
}
