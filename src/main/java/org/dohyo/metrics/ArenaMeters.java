package org.dohyo.metrics;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

import org.dohyo.battle.stream.Streams;
import org.dohyo.integrity.Checks;
import org.dohyo.integrity.Suspects;
import org.dohyo.leaderboard.board.Boards;
import org.dohyo.vote.LogQueue;
import org.dohyo.vote.VoteCast;
import org.dohyo.vote.uncounted.UncountedVotes;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.health.SmallRyeHealthReporter;

/** Votes, the way from a vote to the leaderboard, and the streams of this replica. */
@ApplicationScoped
public class ArenaMeters {

    private final MeterRegistry meters;
    private final Boards boards;
    private final LogQueue.Repository queue;
    private final Streams streams;
    private final UncountedVotes uncounted;
    private final Checks checks;
    private final Suspects suspects;
    private final SmallRyeHealthReporter health;
    private final Clock clock;

    ArenaMeters(MeterRegistry meters, Boards boards, LogQueue.Repository queue, Streams streams,
            UncountedVotes uncounted, Checks checks, Suspects suspects, SmallRyeHealthReporter health, Clock clock) {
        this.meters = meters;
        this.boards = boards;
        this.queue = queue;
        this.streams = streams;
        this.uncounted = uncounted;
        this.checks = checks;
        this.suspects = suspects;
        this.health = health;
        this.clock = clock;
    }

    void register(@Observes StartupEvent event) {
        age("dohyo.log.queue.age", "The age of the oldest vote that is not yet in the log; 0 if all are",
                () -> Optional.of(QuarkusTransaction.requiringNew().call(queue::oldest).orElseGet(clock::instant)));
        age("dohyo.board.age", "The time since the newest board was published; NaN before the first vote",
                boards::newestBoardAt);
        Gauge.builder("dohyo.streams.running", streams, Streams::running)
                .description("Answers that stream on this replica").register(meters);
        Gauge.builder("dohyo.ready", health, state -> state.getReadiness().isDown() ? 0 : 1)
                .description("1 while this replica is ready, else 0").register(meters);
        Gauge.builder("dohyo.votes.uncounted.share", uncounted, votes -> votes.now().share())
                .description("The share of the newest 200 votes that aren't counted, 0 to 1").register(meters);
        Gauge.builder("dohyo.votes.uncounted.alarm", uncounted, votes -> votes.now().jumps().isEmpty() ? 0 : 1)
                .description("1 while a reason leaves out far more of the newest votes than of earlier ones")
                .register(meters);
        Gauge.builder("dohyo.integrity.unchecked.share", checks, Checks::failedShare)
                .description("The share of the newest 200 votes of which a check could not run, 0 to 1")
                .register(meters);
        Gauge.builder("dohyo.integrity.quarantined", suspects, Suspects::open)
                .description("Suspects whose votes await a review").register(meters);
    }

    /** A supplier that fails, since the database is away, gives no number, and the other meters are still read. */
    private void age(String name, String description, Supplier<Optional<Instant>> since) {
        Gauge.builder(name, () -> since.get().map(time -> Duration.between(time, clock.instant()).toMillis() / 1000.0)
                .orElse(Double.NaN)).baseUnit("seconds").description(description).register(meters);
    }

    void count(@Observes(during = TransactionPhase.AFTER_SUCCESS) VoteCast vote) {
        Counter.builder("dohyo.votes").description("Votes by outcome, and the reason why one isn't counted")
                .tag("outcome", vote.outcome().name()).tag("counted", Boolean.toString(vote.notCountedReason() == null))
                .tag("reason", vote.notCountedReason() == null ? "none" : vote.notCountedReason()).register(meters)
                .increment();
    }
}
