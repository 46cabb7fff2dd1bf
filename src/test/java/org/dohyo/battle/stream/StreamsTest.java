package org.dohyo.battle.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import jakarta.enterprise.inject.Vetoed;

import org.dohyo.battle.Answer;
import org.dohyo.battle.AnswerState;
import org.dohyo.battle.Battle;
import org.dohyo.battle.Side;
import org.dohyo.battle.stream.BattleView.SideView;
import org.dohyo.battle.stream.BattleView.TurnView;
import org.dohyo.provider.AnswerSink;
import org.dohyo.provider.AnswerStream;
import org.dohyo.provider.Completion;
import org.dohyo.provider.Endpoint;
import org.dohyo.provider.FinishReason;
import org.dohyo.provider.Message;
import org.dohyo.provider.Protocol;
import org.dohyo.provider.Provider;
import org.dohyo.provider.ProviderError;
import org.dohyo.provider.Providers;
import org.dohyo.provider.Secret;
import org.dohyo.replica.Replicas;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.vertx.core.Vertx;

/** Running answers over a store that can fail, without a database. */
class StreamsTest {

    private static final Endpoint ENDPOINT = new Endpoint(Protocol.OPENAI, URI.create("http://x/v1"), "m", Secret.NONE,
            null, Map.of());
    private static final Completion GOOD = new Completion(FinishReason.STOP, "stop", 3, 4);

    private final Vertx vertx = Vertx.vertx();
    private final Store store = new Store();
    private final Source source = new Source();
    private final Streams streams = new Streams(vertx, new Providers(List.of(source), List.of()), store,
            new NoRedraws(), new Alone(), List.of());

    /** Keeps what is stored; {@code broken} battles can't be stored, {@code away} fails every call. */
    private static final class Store extends BattleStore {

        final Map<UUID, Answer> stored = new ConcurrentHashMap<>();
        final Set<UUID> broken = ConcurrentHashMap.newKeySet();
        final AtomicInteger away = new AtomicInteger();
        final AtomicInteger beating = new AtomicInteger();
        /** Where it is not open, a heartbeat takes until it is. */
        volatile CountDownLatch beat = new CountDownLatch(0);

        Store() {
            super(null, null, null, null);
        }

        @Override
        BattleView view(UUID id) {
            return new BattleView(
                    List.of(new TurnView(1, SideView.streaming(1), SideView.streaming(1), false)), true, false);
        }

        @Override
        Map<UUID, BattleView> views(Collection<UUID> ids) {
            return new HashMap<>();
        }

        @Override
        AnswerState settle(UUID id, LiveAnswer ended) {
            reach();
            if (broken.contains(id)) {
                throw new IllegalStateException("invalid byte sequence");
            }
            Answer answer = new Answer();
            ended.store(answer);
            stored.put(id, answer);
            return answer.state();
        }

        @Override
        AnswerState fail(UUID id, LiveAnswer unstorable) {
            reach();
            Answer answer = new Answer();
            answer.end(AnswerState.FAILED);
            stored.put(id, answer);
            return answer.state();
        }

        private void reach() {
            if (away.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new IllegalStateException(new SQLException("no connection", "08001"));
            }
        }

        @Override
        List<UUID> beat(String owner, Collection<UUID> streaming, boolean steady) {
            beating.incrementAndGet();
            try {
                beat.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            } finally {
                beating.decrementAndGet();
            }
            return List.of();
        }
    }

    /** The only replica. */
    @Vetoed
    private static final class Alone extends Replicas {

        Alone() {
            super(null, null, Optional::empty, 0);
        }

        @Override
        public void renew() {
        }
    }

    private static final class NoRedraws extends Redraws {

        NoRedraws() {
            super(null, null, null, null, null, null, null, null);
        }

        @Override
        Optional<Endpoint> another(UUID id, LiveAnswer silent, ProviderError error) {
            return Optional.empty();
        }
    }

    /** Hands out the sinks, so that a test says what a provider says. */
    private static final class Source implements Provider {

        private final List<AnswerSink> sinks = new CopyOnWriteArrayList<>();

        @Override
        public Set<Protocol> protocols() {
            return Set.of(Protocol.OPENAI);
        }

        @Override
        public void check(Endpoint endpoint) {
            // every endpoint will do
        }

        @Override
        public AnswerStream stream(Endpoint endpoint, List<Message> conversation, AnswerSink sink) {
            if (endpoint.modelId().equals("broken")) {
                throw new IllegalStateException("no decoder");
            }
            sinks.add(sink);
            return () -> {
                // nothing runs
            };
        }
    }

    @BeforeEach
    void start() {
        streams.start(null);
    }

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
    }

    private AnswerSink run(UUID battle) {
        streams.run(battle, 1, Side.A, 1, ENDPOINT, List.of(new Message(Message.Role.USER, "Hello")));
        return source.sinks.get(source.sinks.size() - 1);
    }

    /** The row of a battle that this replica streams. */
    private Battle row(UUID id) {
        Battle battle = new Battle();
        battle.id = id;
        battle.owner = streams.owner();
        return battle;
    }

    private SideView side(UUID battle) {
        return streams.view(row(battle)).orElseThrow().turns().get(0).a();
    }

    private void awaitState(UUID battle, AnswerState state) {
        await().atMost(Duration.ofSeconds(10)).until(() -> side(battle).state() == state);
    }

    @Test
    void anEndThatCannotBeStored_failsItsSideAlone() {
        UUID broken = UUID.randomUUID();
        UUID good = UUID.randomUUID();
        store.broken.add(broken);
        for (UUID battle : List.of(broken, good)) {
            AnswerSink sink = run(battle);
            sink.text("Hello there.");
            sink.done(GOOD);
        }

        awaitState(broken, AnswerState.FAILED);
        awaitState(good, AnswerState.DONE);
        assertThat(side(broken).retryable()).isTrue();
        assertThat(store.stored.get(broken).state()).isEqualTo(AnswerState.FAILED);
        assertThat(store.stored.get(good).text).isEqualTo("Hello there.");
        assertThat(streams.running()).isZero();
    }

    @Test
    void databaseAway_theEndIsStoredWhenItIsBack() {
        UUID battle = UUID.randomUUID();
        // Odd: the second attempt of a pair would succeed, and must not be to mark the answer as failed.
        store.away.set(3);
        AnswerSink sink = run(battle);
        sink.text("Hello there.");
        sink.done(GOOD);

        awaitState(battle, AnswerState.DONE);
        assertThat(store.away).hasValue(0);
        assertThat(store.stored.get(battle).text).isEqualTo("Hello there.");
    }

    /** Two that renew the same rows would lock each other out. */
    @Test
    void slowHeartbeats_neverOverlap() {
        store.beat = new CountDownLatch(1);
        await().until(() -> store.beating.get() == 1);
        await().during(Duration.ofMillis(2_500)).until(() -> store.beating.get() == 1);
        store.beat.countDown();
        await().until(() -> store.beating.get() == 0);
    }

    @Test
    void shutdownStoresAllThatCanBeStored() {
        List<UUID> all = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        all.forEach(this::run);
        store.broken.addAll(all.subList(0, 2));
        streams.stop((io.quarkus.runtime.ShutdownEvent) null);

        assertThat(all.stream().collect(Collectors.toMap(id -> id, id -> store.stored.get(id).state())))
                .isEqualTo(Map.of(all.get(0), AnswerState.FAILED, all.get(1), AnswerState.FAILED, all.get(2),
                        AnswerState.STOPPED, all.get(3), AnswerState.STOPPED));
        assertThat(streams.running()).isZero();
    }

    @Test
    void aCallThatCannotBeStarted_failsItsSide() {
        UUID battle = UUID.randomUUID();
        streams.run(battle, 1, Side.A, 1, new Endpoint(Protocol.OPENAI, null, "broken", Secret.NONE, null, Map.of()),
                List.of());

        awaitState(battle, AnswerState.FAILED);
    }

    /** A chunk of 900 characters must not be seen as one, by whatever the answer ends. */
    @Test
    void stopKeepsWhatWasSeen() {
        UUID battle = UUID.randomUUID();
        AnswerSink sink = run(battle);
        sink.text("x".repeat(900));
        await().until(() -> !side(battle).text().isEmpty());
        streams.stop(battle);

        String seen = side(battle).text();
        assertThat(seen).hasSizeBetween(1, 899);
        assertThat(side(battle).state()).isEqualTo(AnswerState.STOPPED);
        assertThat(store.stored.get(battle).text).isEqualTo(seen);
    }

    @Test
    void reasoningWithoutATag_isNotSeen() {
        UUID battle = UUID.randomUUID();
        AnswerSink sink = run(battle);
        sink.text("I am Gamma. Now: ");
        sink.reasoningSoFar();
        sink.text("Hello there.");
        sink.done(GOOD);

        awaitState(battle, AnswerState.DONE);
        assertThat(side(battle).text()).isEqualTo("Hello there.");
        assertThat(store.stored.get(battle).reasoning).isEqualTo("I am Gamma. Now: ");
    }

    @Test
    void reasoningThatWasSeen_failsTheSideAndIsTakenBack() {
        UUID battle = UUID.randomUUID();
        AnswerSink sink = run(battle);
        sink.text("I am Gamma. Now: ");
        await().until(() -> !side(battle).text().isEmpty());
        sink.reasoningSoFar();

        awaitState(battle, AnswerState.FAILED);
        assertThat(side(battle).text()).isEmpty();
        assertThat(side(battle).retryable()).isTrue();
        assertThat(store.stored.get(battle).text).isEmpty();
    }

    @Test
    void failureReleasesTextByItsPace() {
        UUID battle = UUID.randomUUID();
        List<EventPosition.Event> events = new CopyOnWriteArrayList<>();
        AnswerSink sink = run(battle);
        streams.watch(row(battle), new Streams.Watcher(EventPosition.START, events::add, () -> {
        }));
        sink.text("x".repeat(900));
        sink.failed(new ProviderError(ProviderError.Kind.CUT_OFF, "lost", null));

        awaitState(battle, AnswerState.FAILED);
        await().until(() -> events.stream().anyMatch(event -> event.name().equals("failed")));
        List<Integer> sizes = events.stream().filter(event -> event.name().equals("delta"))
                .map(event -> ((String) event.data().get("text")).length()).toList();
        assertThat(sizes).hasSizeGreaterThan(2);
        assertThat(sizes.stream().mapToInt(Integer::intValue).sum()).isEqualTo(900);
        assertThat(store.stored.get(battle).text).hasSize(900);
    }

    @Test
    void aWatcherThatThrows_stopsNobodyElse() {
        UUID bad = UUID.randomUUID();
        UUID good = UUID.randomUUID();
        AnswerSink first = run(bad);
        AnswerSink second = run(good);
        streams.watch(row(bad), new Streams.Watcher(EventPosition.START, event -> {
            throw new IllegalStateException("gone");
        }, () -> {
        }));
        for (AnswerSink sink : List.of(first, second)) {
            sink.text("Hello there.");
            sink.done(GOOD);
        }

        awaitState(bad, AnswerState.DONE);
        awaitState(good, AnswerState.DONE);
    }

    /** A page that is reloaded leaves with its old stream as it comes with the new one. */
    @Test
    void watcherThatComesAsAnotherLeaves_isNotLost() throws Exception {
        ExecutorService pages = Executors.newFixedThreadPool(2);
        try {
            for (int i = 0; i < 2_000; i++) {
                UUID battle = UUID.randomUUID();
                Streams.Watcher leaving = watcher();
                Streams.Watcher coming = watcher();
                streams.watch(row(battle), leaving);
                CyclicBarrier together = new CyclicBarrier(2);
                var left = pages.submit(() -> {
                    together.await();
                    streams.unwatch(battle, leaving);
                    return null;
                });
                var came = pages.submit(() -> {
                    together.await();
                    streams.watch(row(battle), coming);
                    return null;
                });
                left.get(10, TimeUnit.SECONDS);
                came.get(10, TimeUnit.SECONDS);
                assertThat(streams.watching(battle)).as("round " + i).isEqualTo(1);
                streams.unwatch(battle, coming);
            }
        } finally {
            pages.shutdownNow();
        }
    }

    private static Streams.Watcher watcher() {
        return new Streams.Watcher(EventPosition.START, event -> {
        }, () -> {
        });
    }
}
