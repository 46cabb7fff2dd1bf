package org.dohyo.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;

class RateLimitTest {

    private final MovedClock clock = new MovedClock();
    private final RateLimit limit = new RateLimit(3, Duration.ofMinutes(1), clock);

    @Test
    void eventsBeyondTheLimit_waitForTheEndOfTheWindow() {
        takeAll("a");
        assertThat(limit.take("a")).contains(Duration.ofMinutes(1));
        clock.advance(Duration.ofSeconds(50));
        assertThat(limit.take("a")).contains(Duration.ofSeconds(10));
        clock.advance(Duration.ofSeconds(10));
        takeAll("a");
        assertThat(limit.take("a")).isPresent();
    }

    @Test
    void refusedEvents_doNotProlongTheWait() {
        takeAll("a");
        for (int i = 0; i < 100; i++) {
            limit.take("a");
        }
        clock.advance(Duration.ofMinutes(1));
        assertThat(limit.take("a")).isEmpty();
    }

    @Test
    void eachKey_hasItsOwnEvents() {
        takeAll("a");
        assertThat(limit.take("b")).isEmpty();
    }

    @Test
    void aKeyThatPaused_hasNoMoreEventsThanTheLimit() {
        limit.take("a");
        clock.advance(Duration.ofHours(5));
        takeAll("a");
        assertThat(limit.take("a")).isPresent();
    }

    private void takeAll(String key) {
        for (int i = 0; i < 3; i++) {
            assertThat(limit.take(key)).isEmpty();
        }
    }

    private static final class MovedClock extends Clock {

        private Instant now = Instant.parse("2030-01-01T00:00:00Z");

        void advance(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
