package org.dohyo.traces;

import java.time.Duration;
import java.util.Optional;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.opentelemetry.api.trace.SpanContext;

/**
 * Spans that others are to be linked with, by an id. They are in this replica's memory only, the newest of them, for an
 * hour at most.
 *
 * @param <K> the id
 */
final class Spans<K> {

    private static final int MOST = 20_000;
    private static final Duration KEPT = Duration.ofHours(1);

    private final Cache<K, SpanContext> contexts = Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT)
            .build();

    void keep(K id, SpanContext context) {
        contexts.put(id, context);
    }

    Optional<SpanContext> of(K id) {
        return Optional.ofNullable(contexts.getIfPresent(id));
    }
}
