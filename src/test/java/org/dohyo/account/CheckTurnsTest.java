package org.dohyo.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CheckTurnsTest {

    private static final int CALLERS = 40;

    private final CheckTurns turns = new CheckTurns();
    private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS);

    @AfterEach
    void end() {
        callers.shutdownNow();
    }

    @Test
    void callersOfOneNetwork_areServedOneAtATime_andFewWait() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<Future<Optional<Integer>>> answers = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            answers.add(callers.submit(() -> turns.take("network", () -> {
                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                begun.countDown();
                awaitQuietly(goOn);
                return inside.decrementAndGet();
            })));
        }
        begun.await();
        // All but the one inside and the few that may wait are turned away while it is still inside.
        long refused = 0;
        while (refused < CALLERS - 6) {
            refused = answers.stream().filter(Future::isDone).count();
            Thread.onSpinWait();
        }
        goOn.countDown();
        int served = 0;
        for (Future<Optional<Integer>> answer : answers) {
            served += answer.get(20, TimeUnit.SECONDS).isPresent() ? 1 : 0;
        }
        assertThat(most).hasValue(1);
        assertThat(served).isBetween(1, 6);
        assertThat(turns.take("network", () -> 7)).as("all is free again").contains(7);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
