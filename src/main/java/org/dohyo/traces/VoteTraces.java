package org.dohyo.traces;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

import org.dohyo.leaderboard.job.Pass;
import org.dohyo.vote.VoteCast;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;

/**
 * A trace for each vote and one for each pass of the leaderboard's job. A {@code vote} is linked with its battle's
 * {@code prompt}. A {@code pass}, with {@code log}, {@code count} and {@code snapshot} below it, is linked with the
 * votes that it logged, and each of these has a {@code counted}, from the pass's begin to its snapshot, that is linked
 * with the pass. Only votes cast on the replica that runs the job have links, and a pass has at most
 * {@value #MOST_LINKS}.
 */
@ApplicationScoped
class VoteTraces {

    /** The default limit of OpenTelemetry. */
    private static final int MOST_LINKS = 128;

    private final boolean on;
    private final Tracer tracer;
    private final TurnTraces turns;
    private final Clock clock;
    private final Spans<UUID> votes = new Spans<>();
    private final Map<UUID, Span> begun = new ConcurrentHashMap<>();

    VoteTraces(TracesConfig config, OpenTelemetry telemetry, TurnTraces turns, Clock clock) {
        this.on = config.endpoint().isPresent();
        this.tracer = telemetry.getTracer("org.dohyo");
        this.turns = turns;
        this.clock = clock;
    }

    /** In the transaction: the job may log the vote as soon as it has been committed. */
    void begin(@Observes VoteCast cast) {
        if (on) {
            SpanBuilder vote = tracer.spanBuilder("vote").setNoParent().setStartTimestamp(cast.begun())
                    .setAttribute("dohyo.battle", cast.battle().toString())
                    .setAttribute("dohyo.vote", cast.vote().toString())
                    .setAttribute("dohyo.counted", cast.notCountedReason() == null);
            if (cast.notCountedReason() != null) {
                vote.setAttribute("dohyo.not_counted_reason", cast.notCountedReason());
            }
            turns.newest(cast.battle()).ifPresent(vote::addLink);
            Span span = vote.startSpan();
            begun.put(cast.vote(), span);
            votes.keep(cast.vote(), span.getSpanContext());
        }
    }

    void end(@Observes(during = TransactionPhase.AFTER_SUCCESS) VoteCast cast) {
        if (on) {
            begun.get(cast.vote()).end(clock.instant());
        }
    }

    /** A span that has not ended is never sent. */
    void forget(@Observes(during = TransactionPhase.AFTER_COMPLETION) VoteCast cast) {
        if (on) {
            begun.remove(cast.vote());
        }
    }

    void passed(@Observes Pass pass) {
        if (on) {
            List<SpanContext> known = known(pass);
            SpanBuilder builder = tracer.spanBuilder("pass").setNoParent().setStartTimestamp(pass.begun())
                    .setAttribute("dohyo.entries", pass.entries().size());
            known.forEach(builder::addLink);
            Span span = builder.startSpan();
            Context below = Context.root().with(span);
            step("log", below, pass.begun(), pass.logged());
            step("count", below, pass.logged(), pass.counted());
            step("snapshot", below, pass.counted(), pass.published());
            span.end(clock.instant());
            for (SpanContext vote : known) {
                tracer.spanBuilder("counted").setParent(Context.root().with(Span.wrap(vote)))
                        .setStartTimestamp(pass.begun()).addLink(span.getSpanContext()).startSpan()
                        .end(pass.published());
            }
        }
    }

    private List<SpanContext> known(Pass pass) {
        return pass.entries().stream().map(entry -> votes.of(entry.voteId())).flatMap(Optional::stream)
                .limit(MOST_LINKS).toList();
    }

    private void step(String name, Context parent, Instant start, Instant end) {
        tracer.spanBuilder(name).setParent(parent).setStartTimestamp(start).startSpan().end(end);
    }
}
