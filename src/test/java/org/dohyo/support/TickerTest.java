package org.dohyo.support;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;

class TickerTest {

    private final Vertx vertx = Vertx.vertx();
    private final List<String> logged = new CopyOnWriteArrayList<>();
    private final Handler reader = new Handler() {
        @Override
        public void publish(LogRecord line) {
            logged.add(line.getMessage());
        }

        @Override
        public void flush() {
        }

        @Override
        public void close() {
        }
    };

    @BeforeEach
    void readTheLog() {
        Logger log = Logger.getLogger(Ticker.class.getName());
        log.addHandler(reader);
        log.setUseParentHandlers(false);
    }

    @AfterEach
    void close() {
        Logger log = Logger.getLogger(Ticker.class.getName());
        log.removeHandler(reader);
        log.setUseParentHandlers(true);
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void passThatFails_isLoggedAndTriedAgain() {
        AtomicInteger passes = new AtomicInteger();
        Ticker beat = new Ticker(vertx, 5, () -> {
            passes.incrementAndGet();
            throw new IllegalStateException("the work failed");
        }, "No news");
        await().until(() -> passes.get() > 2);
        beat.stop();
        assertThat(logged).contains("No news");
    }

    @Test
    void passesThatAreCalledFor_keepTheirDistance() {
        List<Long> begun = new CopyOnWriteArrayList<>();
        Ticker beat = new Ticker(vertx, Duration.ofHours(1).toMillis(), () -> begun.add(System.nanoTime()), "No news");
        await().pollInterval(Duration.ofMillis(1)).until(() -> {
            beat.wakeApart(100);
            return begun.size() == 4;
        });
        beat.stop();
        for (int pass = 1; pass < 4; pass++) {
            // A timer may fire a little early.
            assertThat(Duration.ofNanos(begun.get(pass) - begun.get(pass - 1))).isGreaterThan(Duration.ofMillis(90));
        }
    }

    @Test
    void passThatARequestHasWoken_runsInAContextOfItsOwn() throws Exception {
        List<Object> seen = new CopyOnWriteArrayList<>();
        Ticker beat = new Ticker(vertx, Duration.ofHours(1).toMillis(),
                () -> seen.add(String.valueOf(Vertx.currentContext().<Object> getLocal("request"))), "No news");
        Context request = ((ContextInternal) vertx.getOrCreateContext()).duplicate();
        request.putLocal("request", "a voter's");
        request.runOnContext(unused -> beat.wakeApart(1));
        await().until(() -> seen.size() == 1);
        request.runOnContext(unused -> beat.wake());
        await().until(() -> seen.size() == 2);
        beat.stop();
        assertThat(seen).containsOnly("null");
    }

    @Test
    void stop_waitsForThePassThatRuns_andKeepsSilentOfItsEnd() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicInteger ended = new AtomicInteger();
        Ticker beat = new Ticker(vertx, 5, () -> {
            begun.countDown();
            awaitUninterrupted(goOn);
            ended.incrementAndGet();
            throw new IllegalStateException("the database is gone");
        }, "No news");
        begun.await();
        Thread stop = new Thread(beat::stop);
        stop.start();
        // It waits three seconds at most: a slower look might miss them.
        await().pollInterval(Duration.ofMillis(5)).until(() -> stop.getState() == Thread.State.TIMED_WAITING);
        assertThat(ended).hasValue(0);
        goOn.countDown();
        stop.join(SECONDS.toMillis(20));
        assertThat(stop.isAlive()).isFalse();
        assertThat(ended).hasValue(1);
        assertThat(logged).isEmpty();
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
