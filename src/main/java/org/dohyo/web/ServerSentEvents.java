package org.dohyo.web;

import java.time.Duration;
import java.util.function.Consumer;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.MultiEmitter;

/** Sends events to a browser as a stream of server-sent events with heartbeats. */
public final class ServerSentEvents {

    /** Proxies close a connection that is silent for half a minute or longer. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private ServerSentEvents() {
    }

    /**
     * @param id what a browser sends back to resume the stream, or null
     * @param data sent as JSON
     */
    public record Event(String id, String name, Object data) {

        private OutboundSseEvent sent(Sse sse) {
            OutboundSseEvent.Builder event = sse.newEventBuilder().name(name).data(data)
                    .mediaType(MediaType.APPLICATION_JSON_TYPE);
            return id == null ? event.build() : event.id(id).build();
        }
    }

    /** The events in their order and a comment every 15 s; ends when the events end. */
    public static Multi<OutboundSseEvent> of(Sse sse, Multi<Event> events) {
        OutboundSseEvent end = comment(sse);
        Multi<OutboundSseEvent> all = Multi.createBy().concatenating()
                .streams(events.map(event -> event.sent(sse)), Multi.createFrom().item(end));
        Multi<OutboundSseEvent> heartbeats = Multi.createFrom().ticks().every(HEARTBEAT).onOverflow().drop()
                .map(tick -> comment(sse));
        return Multi.createBy().merging().streams(all, heartbeats).select().first(event -> event != end);
    }

    /**
     * As {@link #of}, for events that are emitted. The emitter is handed over on a worker thread, so that what is read
     * first may block: the server itself subscribes on an event loop whenever the response's headers could not be sent
     * at once.
     */
    public static Multi<OutboundSseEvent> emitted(Sse sse, Consumer<MultiEmitter<? super Event>> watch) {
        return of(sse, Multi.createFrom().<Event> emitter(watch)
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()));
    }

    private static OutboundSseEvent comment(Sse sse) {
        return sse.newEventBuilder().comment("").build();
    }
}
