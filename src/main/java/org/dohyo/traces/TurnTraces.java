package org.dohyo.traces;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.battle.Side;
import org.dohyo.battle.stream.TurnObserver;
import org.dohyo.provider.CallObserver;
import org.dohyo.provider.CallObserver.Call;
import org.dohyo.provider.Endpoint;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;

/**
 * A trace for each turn: {@code prompt}, from its receipt until its answers start; below it {@code battle start}, the
 * transaction that draws and stores; and a {@code chat} for each call to an endpoint, also those of later attempts.
 * A caller can neither name the trace that a turn belongs to nor learn its id.
 */
@ApplicationScoped
class TurnTraces implements TurnObserver {

    private static final CallObserver NOBODY = call -> {
    };

    private final boolean on;
    private final Tracer tracer;
    private final Clock clock;
    private final Spans<UUID> turns = new Spans<>();

    TurnTraces(TracesConfig config, OpenTelemetry telemetry, Clock clock) {
        this.on = config.endpoint().isPresent();
        this.tracer = telemetry.getTracer("org.dohyo");
        this.clock = clock;
    }

    /** The span of the battle's newest turn, if it began here within the last hour. */
    Optional<SpanContext> newest(UUID battle) {
        return turns.of(battle);
    }

    @Override
    public void stored(UUID battle, int turn, Instant received, Instant begun) {
        if (on) {
            Instant now = clock.instant();
            Span prompt = tracer.spanBuilder("prompt").setNoParent().setStartTimestamp(received)
                    .setAttribute("dohyo.battle", battle.toString()).setAttribute("dohyo.turn", turn).startSpan();
            turns.keep(battle, prompt.getSpanContext());
            tracer.spanBuilder("battle start").setParent(Context.root().with(prompt)).setStartTimestamp(begun)
                    .startSpan().end(now);
            prompt.end(now);
        }
    }

    @Override
    public CallObserver called(UUID battle, int turn, Side side, Endpoint endpoint) {
        if (!on) {
            return NOBODY;
        }
        Context parent = turns.of(battle).map(context -> Context.root().with(Span.wrap(context)))
                .orElse(Context.root());
        Instant start = clock.instant();
        SpanBuilder chat = tracer.spanBuilder("chat").setParent(parent).setSpanKind(SpanKind.CLIENT)
                .setStartTimestamp(start).setAttribute("gen_ai.operation.name", "chat")
                .setAttribute("gen_ai.request.model", endpoint.modelId())
                .setAttribute("dohyo.protocol", endpoint.protocol().label())
                .setAttribute("dohyo.battle", battle.toString()).setAttribute("dohyo.turn", turn)
                .setAttribute("dohyo.side", side.name());
        if (endpoint.model() != null) {
            chat.setAttribute("dohyo.model", endpoint.model());
        }
        if (endpoint.baseUrl() != null && endpoint.baseUrl().getHost() != null) {
            chat.setAttribute("server.address", endpoint.baseUrl().getHost());
        }
        Span span = chat.startSpan();
        return call -> end(span, start, call);
    }

    /** An error's own words are left out: endpoints repeat prompts and keys in them. */
    private static void end(Span span, Instant start, Call call) {
        if (call.firstMillis() != null) {
            span.addEvent("first text", start.plusMillis(call.firstMillis()));
        }
        if (call.error() != null) {
            String kind = call.error().kind().name().toLowerCase(Locale.ROOT);
            span.setAttribute("error.type", kind).setStatus(StatusCode.ERROR, kind);
        }
        span.setAttribute("dohyo.cancelled", call.cancelled()).end(start.plusMillis(call.totalMillis()));
    }
}
