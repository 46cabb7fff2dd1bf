package org.dohyo.model.endpoint;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.provider.AnswerSink;
import org.dohyo.provider.AnswerStream;
import org.dohyo.provider.Completion;
import org.dohyo.provider.Endpoint;
import org.dohyo.provider.Message;
import org.dohyo.provider.ProviderError;
import org.dohyo.provider.Providers;
import org.dohyo.web.Texts;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;

/** Sends one small question to an endpoint and reports the result to the admin. */
@ApplicationScoped
public class EndpointTest {

    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final int SHOWN = 2000;

    private final Providers providers;

    EndpointTest(Providers providers) {
        this.providers = providers;
    }

    public record Result(boolean ok, Long firstTokenMillis, long totalMillis, String text, String error) {
    }

    /** Always ends within a minute; an error is reported in the language of the locale. */
    public Uni<Result> run(Endpoint endpoint, String locale) {
        EndpointMessages words = Texts.of(EndpointMessages.class, locale);
        long start = System.nanoTime();
        AtomicReference<AnswerStream> running = new AtomicReference<>();
        Uni<Result> answer = Uni.createFrom().emitter(emitter -> running.set(
                providers.stream(endpoint, List.of(new Message(Message.Role.USER, "Say hello in one short sentence.")),
                        new Sink(emitter, endpoint, words, start))));
        return answer.onCancellation().invoke(() -> stop(running))
                .ifNoItem().after(LONGEST).recoverWithItem(failed(start, words.tooLong()))
                .onFailure().recoverWithItem(e -> failed(start, words.notStarted()));
    }

    private static void stop(AtomicReference<AnswerStream> running) {
        AnswerStream stream = running.get();
        if (stream != null) {
            stream.cancel();
        }
    }

    private static Result failed(long start, String error) {
        return new Result(false, null, millis(start), "", error);
    }

    private static long millis(long start) {
        return Duration.ofNanos(System.nanoTime() - start).toMillis();
    }

    private static final class Sink implements AnswerSink {

        private final UniEmitter<? super Result> result;
        private final Endpoint endpoint;
        private final EndpointMessages words;
        private final long start;
        private final StringBuilder text = new StringBuilder();
        private Long first;

        Sink(UniEmitter<? super Result> result, Endpoint endpoint, EndpointMessages words, long start) {
            this.result = result;
            this.endpoint = endpoint;
            this.words = words;
            this.start = start;
        }

        @Override
        public void text(String more) {
            markFirst();
            text.append(more, 0, Math.min(more.length(), Math.max(0, SHOWN - text.length())));
        }

        @Override
        public void reasoning(String more) {
            markFirst();
        }

        @Override
        public void reasoningSoFar() {
            text.setLength(0);
        }

        private void markFirst() {
            if (first == null) {
                first = millis(start);
            }
        }

        @Override
        public void done(Completion completion) {
            result.complete(new Result(true, first, millis(start), clean(text.toString()), null));
        }

        @Override
        public void failed(ProviderError error) {
            String detail = error.detail() == null ? "" : clean(error.detail());
            String message = EndpointAdvice.of(words, error.kind(), endpoint) + " (" + error.kind()
                    + (detail.isEmpty() ? "" : ": " + detail) + ")";
            result.complete(new Result(false, first, millis(start), clean(text.toString()), message));
        }

        /** An endpoint may echo the key that it was called with. */
        private String clean(String words) {
            return endpoint.withoutSecrets(words);
        }
    }
}
