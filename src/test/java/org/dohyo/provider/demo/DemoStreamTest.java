package org.dohyo.provider.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.dohyo.provider.AnswerSink;
import org.dohyo.provider.Completion;
import org.dohyo.provider.Endpoint;
import org.dohyo.provider.Message;
import org.dohyo.provider.Protocol;
import org.dohyo.provider.ProviderError;
import org.dohyo.provider.Secret;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import io.vertx.core.Vertx;

class DemoStreamTest {

    private static final String TEXT = "横綱𠮷 ".repeat(40);
    private static Vertx vertx;

    private static final class Listener implements AnswerSink {

        private final StringBuilder said = new StringBuilder();
        private final CountDownLatch begun = new CountDownLatch(3);
        private final CountDownLatch ended = new CountDownLatch(1);
        private volatile boolean cancelled;
        private volatile int afterCancel;
        private int ends;
        private ProviderError error;

        @Override
        public synchronized void text(String text) {
            check();
            assertThat(Character.isHighSurrogate(text.charAt(text.length() - 1))).isFalse();
            said.append(text);
            begun.countDown();
        }

        private void check() {
            if (cancelled) {
                afterCancel++;
            }
        }

        @Override
        public void reasoningSoFar() {
            // no tags here
        }

        @Override
        public void reasoning(String text) {
            throw new AssertionError("scripts don't think");
        }

        @Override
        public synchronized void done(Completion completion) {
            check();
            ends++;
            ended.countDown();
        }

        @Override
        public synchronized void failed(ProviderError bad) {
            check();
            ends++;
            error = bad;
            ended.countDown();
        }
    }

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private static void await(CountDownLatch latch) throws InterruptedException {
        assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void text_comesWholeAndEndsOnce() throws InterruptedException {
        Listener listener = new Listener();
        new DemoStream(vertx, listener).say(TEXT, new DemoModel.Pace(1, 1, 37));
        await(listener.ended);
        assertThat(listener.said).hasToString(TEXT);
        assertThat(listener.ends).isEqualTo(1);
        assertThat(listener.error).isNull();
    }

    @Test
    void afterCancel_noCallComes() throws InterruptedException {
        for (int i = 0; i < 200; i++) {
            Listener listener = new Listener();
            DemoStream stream = new DemoStream(vertx, listener);
            stream.say(TEXT, new DemoModel.Pace(1, 1, 160));
            await(listener.begun);
            // With its own monitor held, as a listener that decides to stop does.
            synchronized (listener) {
                stream.cancel();
                listener.cancelled = true;
            }
            CountDownLatch later = new CountDownLatch(1);
            vertx.setTimer(4, fired -> later.countDown());
            await(later);
            assertThat(listener.afterCancel).isZero();
            assertThat(listener.ends).isZero();
        }
    }

    @Test
    void unknownGenerator_failsThroughTheSink() throws InterruptedException {
        Listener listener = new Listener();
        Endpoint nobody = new Endpoint(Protocol.DEMO, null, "demo-nobody", Secret.NONE, null, Map.of());
        new DemoProvider(vertx).stream(nobody, List.of(new Message(Message.Role.USER, "Hi")), listener);
        await(listener.ended);
        assertThat(listener.error.kind()).isEqualTo(ProviderError.Kind.MODEL_NOT_FOUND);
    }
}
