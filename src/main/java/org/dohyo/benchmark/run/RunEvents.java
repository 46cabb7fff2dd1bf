package org.dohyo.benchmark.run;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.dohyo.support.Ticker;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;

/** Sends the progress of runs to watching pages: one query for all of them, whichever replica does the work. */
@ApplicationScoped
public class RunEvents {

    private static final int BEAT_MILLIS = 500;

    private final Vertx vertx;
    private final Runs runs;
    private final Map<UUID, Set<Watcher>> watchers = new ConcurrentHashMap<>();
    private Ticker ticker;

    RunEvents(Vertx vertx, Runs runs) {
        this.vertx = vertx;
        this.runs = runs;
    }

    /** A page that receives each change once. */
    public static final class Watcher {

        private final Consumer<RunProgress> out;
        private RunProgress last;

        public Watcher(Consumer<RunProgress> out) {
            this.out = out;
        }

        private synchronized void show(RunProgress progress) {
            if (!progress.equals(last)) {
                last = progress;
                out.accept(progress);
            }
        }
    }

    void start(@Observes StartupEvent event) {
        ticker = new Ticker(vertx, BEAT_MILLIS, this::look, "The progress of runs could not be sent");
    }

    void stop(@Observes ShutdownEvent event) {
        ticker.stop();
    }

    public void watch(UUID run, Watcher watcher) {
        watchers.computeIfAbsent(run, id -> ConcurrentHashMap.newKeySet()).add(watcher);
        ticker.wake();
    }

    public void unwatch(UUID run, Watcher watcher) {
        watchers.computeIfPresent(run, (id, set) -> {
            set.remove(watcher);
            return set.isEmpty() ? null : set;
        });
    }

    private void look() {
        if (!watchers.isEmpty()) {
            runs.progress(watchers.keySet()).forEach(
                    (id, progress) -> watchers.getOrDefault(id, Set.of()).forEach(watcher -> watcher.show(progress)));
        }
    }
}
