package org.dohyo.battle.stream;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

import org.dohyo.battle.AnswerState;
import org.dohyo.battle.Battle;
import org.dohyo.battle.BattleChanged;
import org.dohyo.battle.Side;
import org.dohyo.provider.CallObserver;
import org.dohyo.provider.Endpoint;
import org.dohyo.provider.Message;
import org.dohyo.provider.ProviderError;
import org.dohyo.provider.Providers;
import org.dohyo.replica.Replicas;
import org.dohyo.support.DatabaseAway;
import org.dohyo.support.Ticker;
import org.jboss.logging.Logger;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;

/**
 * The streams that this replica owns and the browsers that watch them. One tick of {@value #TICK_MILLIS} ms releases
 * text of all sides of all battles, so no provider's timing reaches a browser.
 */
@ApplicationScoped
public class Streams {

    static final int TICK_MILLIS = 50;
    private static final int BEAT_MILLIS = 1_000;
    /** Longer than a heartbeat takes to expire. */
    private static final Duration STEADY = Duration.ofSeconds(5);
    private static final int UNWATCHED_SECONDS = 60;
    /** The heartbeats of what is not stored then expire, and another replica or the next start fails it. */
    private static final Duration MOST_SHUTDOWN = Duration.ofSeconds(10);
    private static final Logger LOG = Logger.getLogger(Streams.class);

    private final Vertx vertx;
    private final Providers providers;
    private final BattleStore store;
    private final Redraws redraws;
    private final Replicas replicas;
    private final List<TurnObserver> observers;
    private final String owner;
    private final Map<UUID, LiveBattle> battles = new ConcurrentHashMap<>();
    private final Map<UUID, Set<Watcher>> watchers = new ConcurrentHashMap<>();
    private final Steadiness beats = new Steadiness(Duration.ofMillis(3 * BEAT_MILLIS), STEADY);
    private long ticks;
    private Ticker heartbeat;

    Streams(Vertx vertx, Providers providers, BattleStore store, Redraws redraws, Replicas replicas,
            @All List<TurnObserver> observers) {
        this.vertx = vertx;
        this.providers = providers;
        this.store = store;
        this.redraws = redraws;
        this.replicas = replicas;
        this.owner = replicas.id();
        this.observers = observers;
    }

    /** A browser that reads a battle from some position on. */
    public static final class Watcher {

        private final Consumer<EventPosition.Event> out;
        private final Runnable end;
        private EventPosition position;

        public Watcher(EventPosition position, Consumer<EventPosition.Event> out, Runnable end) {
            this.position = position;
            this.out = out;
            this.end = end;
        }

        private synchronized void show(BattleView view) {
            EventPosition.Step step = position.towards(view);
            position = step.position();
            step.events().forEach(out);
            if (view.over()) {
                end.run();
            }
        }
    }

    void start(@Observes StartupEvent event) {
        ticks = vertx.setPeriodic(TICK_MILLIS, unused -> tick());
        // One at a time: two that renew the same rows, as after a time without the database, would lock each other out.
        heartbeat = new Ticker(vertx, BEAT_MILLIS, this::beat, "The heartbeats of running battles can't be renewed");
    }

    /** Ends all running streams and stores their ends while the database still answers. */
    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(ticks);
        heartbeat.stop();
        battles.values().forEach(battle -> battle.running().forEach(LiveAnswer::stop));
        long start = System.nanoTime();
        for (LiveBattle battle : battles.values()) {
            for (LiveAnswer answer : battle.running()) {
                if (System.nanoTime() - start > MOST_SHUTDOWN.toNanos()) {
                    LOG.warn("Some answers could not be stored before the end; they will be marked as failed.");
                    return;
                }
                settle(battle, answer);
            }
        }
    }

    /** This process's name in the rows of the battles that it streams. */
    public String owner() {
        return owner;
    }

    /** True if an answer of the battle streams on this replica. */
    public boolean streams(UUID battle) {
        return !running(battle).isEmpty();
    }

    public long running() {
        return battles.values().stream().mapToLong(battle -> battle.running().size()).sum();
    }

    /** Starts a side's answer; the battle's row must already say that this replica streams it. */
    public void run(UUID battle, int turn, Side side, int attempt, Endpoint endpoint, List<Message> conversation) {
        LiveBattle live = battles.get(battle);
        if (live == null || live.isPast(turn)) {
            live = battles.merge(battle, new LiveBattle(battle, store.view(battle)),
                    (old, fresh) -> old.isPast(turn) ? fresh : old);
        }
        begin(live, new LiveAnswer(turn, side, attempt, conversation), endpoint);
    }

    private void begin(LiveBattle battle, LiveAnswer answer, Endpoint endpoint) {
        battle.run(answer);
        try {
            List<CallObserver> calls = observers.stream()
                    .map(observer -> observer.called(battle.id(), answer.turn(), answer.side(), endpoint)).toList();
            answer.runs(providers.stream(endpoint, answer.conversation(), answer, calls));
        } catch (RuntimeException e) {
            LOG.errorf(e, "An answer of battle %s could not be started", battle.id());
            answer.failed(new ProviderError(ProviderError.Kind.UPSTREAM_ERROR, "not started: " + e, null));
        }
    }

    /** Stops the battle's answers that stream on this replica and stores their ends. */
    public void stop(UUID battle) {
        LiveBattle live = battles.get(battle);
        if (live != null) {
            live.running().forEach(answer -> {
                answer.stop();
                answer.claim();
                settle(live, answer);
            });
        }
    }

    /** The battle's answers that stream on this replica. */
    private List<LiveAnswer> running(UUID battle) {
        LiveBattle live = battles.get(battle);
        return live == null ? List.of() : live.running();
    }

    /** The battle's view in memory, if its streams run, or just ran, on this replica. */
    public Optional<BattleView> view(Battle battle) {
        if (!owner.equals(battle.owner)) {
            // Another replica has streamed it since: what is in memory here is older than the rows.
            battles.computeIfPresent(battle.id, (id, live) -> live.running().isEmpty() ? null : live);
        }
        return Optional.ofNullable(battles.get(battle.id)).map(LiveBattle::view);
    }

    /** A changed battle is served from the database: its state in memory is dropped and its watchers are notified. */
    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) BattleChanged change) {
        battles.remove(change.battle());
        // Whoever comes later reads what is stored by now.
        if (watchers.containsKey(change.battle())) {
            work(() -> showStored(Set.of(change.battle())));
        }
    }

    /** Ends the battle's streams on this replica without storing anything. */
    public void drop(UUID battle) {
        LiveBattle live = battles.remove(battle);
        if (live != null) {
            live.running().forEach(LiveAnswer::stop);
        }
    }

    /** Shows the battle to the watcher from its position on, until {@link #unwatch}. */
    public void watch(Battle battle, Watcher watcher) {
        // Added within the map's own step: a set taken out of it first might be removed from it meanwhile.
        watchers.compute(battle.id, (id, known) -> {
            Set<Watcher> set = known == null ? ConcurrentHashMap.newKeySet() : known;
            set.add(watcher);
            return set;
        });
        watcher.show(view(battle).orElseGet(() -> store.view(battle.id)));
    }

    public void unwatch(UUID battle, Watcher watcher) {
        watchers.computeIfPresent(battle, (id, set) -> {
            set.remove(watcher);
            return set.isEmpty() ? null : set;
        });
    }

    int watching(UUID battle) {
        return watchers.getOrDefault(battle, Set.of()).size();
    }

    private void tick() {
        for (LiveBattle battle : battles.values()) {
            try {
                tick(battle);
            } catch (RuntimeException e) {
                LOG.errorf(e, "The streams of battle %s could not be shown", battle.id());
            }
        }
    }

    private void tick(LiveBattle battle) {
        for (LiveAnswer answer : battle.running()) {
            if (answer.tick()) {
                work(() -> end(battle, answer));
            }
        }
        show(battle);
    }

    private void end(LiveBattle battle, LiveAnswer answer) {
        Optional<ProviderError> silent = answer.silentFailure();
        Optional<Endpoint> other = silent.flatMap(error -> another(battle, answer, error));
        if (other.isPresent()) {
            begin(battle, answer.anew(), other.get());
        } else if (silent.isEmpty() || answer.endsSilently()) {
            settle(battle, answer);
        }
    }

    private Optional<Endpoint> another(LiveBattle battle, LiveAnswer answer, ProviderError error) {
        try {
            return redraws.another(battle.id(), answer, error);
        } catch (HttpProblem busy) {
            // The other model reached its limit in between: nothing was changed, and the side has failed.
            return Optional.empty();
        } catch (RuntimeException e) {
            LOG.errorf(e, "No other model could be drawn for battle %s", battle.id());
            return Optional.empty();
        }
    }

    /** Never throws: an end that can't be stored must not keep others from theirs. */
    private void settle(LiveBattle battle, LiveAnswer answer) {
        try {
            answer.settle(store.settle(battle.id(), answer));
        } catch (RuntimeException e) {
            if (DatabaseAway.isCauseOf(e)) {
                postpone(battle, answer, e);
            } else {
                LOG.errorf(e, "An answer of battle %s could not be stored", battle.id());
                fail(battle, answer);
            }
        }
    }

    /** Fails an answer whose end can't be stored. */
    private void fail(LiveBattle battle, LiveAnswer answer) {
        try {
            answer.settle(store.fail(battle.id(), answer));
        } catch (RuntimeException e) {
            postpone(battle, answer, e);
        }
    }

    private static void postpone(LiveBattle battle, LiveAnswer answer, RuntimeException reason) {
        LOG.debugf(reason, "The end of an answer of battle %s can't be stored now", battle.id());
        if (!answer.postpone()) {
            // Nothing renews its heartbeat any more, so that the row becomes failed as soon as it can be written.
            answer.settle(AnswerState.FAILED);
        }
    }

    private void show(LiveBattle battle) {
        Set<Watcher> watching = watchers.get(battle.id());
        if (watching == null) {
            return;
        }
        battle.watchedNow();
        BattleView view = battle.view();
        watching.forEach(watcher -> show(battle.id(), watcher, view));
    }

    /** A browser that can't be written to is let go. */
    private void show(UUID battle, Watcher watcher, BattleView view) {
        try {
            watcher.show(view);
        } catch (RuntimeException e) {
            LOG.debugf(e, "A watcher of battle %s is gone", battle);
            unwatch(battle, watcher);
        }
    }

    /** Renews the heartbeat; stops streams that nobody watches or that have a stop request from another replica. */
    private void beat() {
        for (LiveBattle battle : battles.values()) {
            if (battle.running().isEmpty()) {
                if (battle.unwatchedSeconds() > UNWATCHED_SECONDS) {
                    battles.remove(battle.id(), battle);
                }
            } else if (battle.unwatchedSeconds() > UNWATCHED_SECONDS) {
                battle.running().forEach(LiveAnswer::stop);
            }
        }
        replicas.renew();
        for (UUID battleId : store.beat(owner, streaming(), beats.isSteady())) {
            running(battleId).forEach(LiveAnswer::stop);
        }
        beats.succeeded();
        showStored(Set.copyOf(watchers.keySet()));
    }

    private List<UUID> streaming() {
        return battles.values().stream().filter(battle -> !battle.running().isEmpty()).map(LiveBattle::id).toList();
    }

    private void showStored(Set<UUID> watched) {
        Set<UUID> elsewhere = new HashSet<>(watched);
        elsewhere.removeAll(battles.keySet());
        store.views(elsewhere).forEach((id, view) -> watchers.getOrDefault(id, Set.of())
                .forEach(watcher -> show(id, watcher, view)));
    }

    private void work(Runnable task) {
        vertx.executeBlocking(() -> {
            task.run();
            return null;
        }, false).onFailure(e -> LOG.logf(DatabaseAway.isCauseOf(e) ? Logger.Level.DEBUG : Logger.Level.ERROR, e,
                "The work on running battles failed"));
    }
}
