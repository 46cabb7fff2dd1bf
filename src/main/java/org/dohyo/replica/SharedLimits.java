package org.dohyo.replica;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.dohyo.support.BeatGate;

import io.quarkus.scheduler.Scheduled;

/**
 * Limits the events of each subject within a window that begins with the subject's first event. All replicas count
 * together. A subject's row is deleted within a minute after its window's end.
 */
@ApplicationScoped
public class SharedLimits {

    private final SharedLimit.Repository limits;
    private final Clock clock;

    SharedLimits(SharedLimit.Repository limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /** @param most the events of a subject within a window */
    public record Limit(String name, int most, Duration window) {
    }

    /** How long the subject has to wait before its next event counts; empty if it may come now. Counts nothing. */
    @Transactional
    public Optional<Duration> wait(Limit limit, String subject) {
        Instant now = clock.instant();
        return limits.usedUpUntil(new SharedLimit.Key(limit.name(), subject), limit.most(), now)
                .map(end -> Duration.between(now, end));
    }

    /**
     * Counts one event, or returns how long to wait if the subject has used up its events. Within a transaction the
     * event counts if that commits; until then other events of the subject wait.
     */
    @Transactional
    public Optional<Duration> take(Limit limit, String subject) {
        Instant now = clock.instant();
        SharedLimit.Key key = new SharedLimit.Key(limit.name(), subject);
        if (limits.take(key, limit.most(), now, now.plus(limit.window()))) {
            return Optional.empty();
        }
        return Optional.of(wait(limit, subject).orElse(Duration.ZERO));
    }

    /** @param until the end of the subject's window */
    public record Used(int events, Instant until) {
    }

    /** Counts that many events, however many there were, and returns those of the window. */
    @Transactional
    public Used add(Limit limit, String subject, int events) {
        Instant now = clock.instant();
        SharedLimit.Key key = new SharedLimit.Key(limit.name(), subject);
        limits.add(key, events, now, now.plus(limit.window()));
        return limits.used(key);
    }

    @Scheduled(identity = "forget-shared-limits", every = "1m", delayed = "1m", concurrentExecution = SKIP,
            skipExecutionIf = BeatGate.class)
    @Transactional
    void forgetEnded() {
        limits.forgetEnded(clock.instant());
    }
}
