package org.dohyo.flood;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.dohyo.model.secret.KeyedHashes;
import org.dohyo.replica.SharedLimits;
import org.dohyo.support.BeatGate;

import io.quarkus.scheduler.Scheduled;

/**
 * Counts events in memory, so that no vote waits for a counter's row. Once a second each replica adds its newest events
 * to the shared rows and reads the sums. A network is stored as a keyed hash, and only as long as its window lasts.
 */
@ApplicationScoped
class Tallies {

    private static final String PURPOSE = "networks";
    private static final int TAG_DIGITS = 32;

    private final Map<Subject, Tally> tallies = new ConcurrentHashMap<>();
    private final SharedLimits limits;
    private final KeyedHashes keys;
    private final Clock clock;

    Tallies(SharedLimits limits, KeyedHashes keys, Clock clock) {
        this.limits = limits;
        this.keys = keys;
        this.clock = clock;
    }

    private record Subject(Rate rate, String network) {
    }

    int count(Rate rate, String network) {
        Tally tally = tallies.get(new Subject(rate, network));
        return tally == null ? 0 : tally.count(clock.instant());
    }

    /** Until the present window ends. */
    Duration left(Rate rate, String network) {
        Tally tally = tallies.get(new Subject(rate, network));
        return tally == null ? Duration.ZERO : tally.left(clock.instant());
    }

    /** Counts one event, unless there are so many in the window already. */
    boolean take(Rate rate, String network, int most) {
        boolean[] taken = new boolean[1];
        // Within compute, so that no event is lost to a tally that is being removed.
        tallies.compute(new Subject(rate, network), (subject, known) -> {
            Tally tally = known == null ? new Tally() : known;
            taken[0] = tally.take(most, rate.window(), clock.instant());
            return tally;
        });
        return taken[0];
    }

    @Scheduled(identity = "flood-tallies", every = "1s", delayed = "1s", concurrentExecution = SKIP,
            skipExecutionIf = BeatGate.class)
    @Transactional
    void share() {
        Instant now = clock.instant();
        tallies.keySet().forEach(subject -> tallies.computeIfPresent(subject,
                (same, tally) -> tally.ended(now) ? null : tally));
        tallies.forEach((subject, tally) -> {
            int fresh = tally.fresh(now);
            if (fresh > 0) {
                SharedLimits.Limit limit = new SharedLimits.Limit(subject.rate().label(), Integer.MAX_VALUE,
                        subject.rate().window());
                tag(subject).ifPresent(tag -> {
                    SharedLimits.Used used = limits.add(limit, tag, fresh);
                    tally.share(fresh, used.events(), used.until());
                });
            }
        });
    }

    private Optional<String> tag(Subject subject) {
        return keys.hash(PURPOSE, subject.network())
                .map(hash -> HexFormat.of().formatHex(hash).substring(0, TAG_DIGITS));
    }
}
