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

import io.vertx.core.Vertx;

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
