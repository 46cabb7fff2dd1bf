package org.dohyo.provider.http;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

import org.dohyo.provider.AnswerSink;
import org.dohyo.provider.AnswerStream;
import org.dohyo.provider.Completion;
import org.dohyo.provider.Endpoint;
import org.dohyo.provider.InvalidEndpointException;
import org.dohyo.provider.Message;
import org.dohyo.provider.ProviderError;
import org.dohyo.provider.ProviderError.Kind;
import org.dohyo.provider.stream.Decoder;
import org.dohyo.provider.stream.HttpErrors;
import org.dohyo.provider.stream.StreamFailure;
import org.dohyo.provider.stream.Transcript;
import org.jboss.logging.Logger;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;

/** One answer on its way. All state but {@code over} belongs to the event loop of its context. */
final class HttpAnswer implements AnswerStream {

    private static final int MAX_ERROR_BODY = 64 << 10;
    private static final long ERROR_BODY_MILLIS = 5_000;
    /**
     * After the end a well-behaved server closes the body at once; the connection of any other is not worth keeping.
     */
    private static final long DRAIN_MILLIS = 1_000;

    /** A server that accepts connections only to close them is given up on. */
    private static final int MAX_ATTEMPTS = 5;

    /** Some servers leave the body open after the answer's end. */
    private static final long FINISHED_IDLE_MILLIS = 10_000;
    private static final Logger LOG = Logger.getLogger(HttpAnswer.class);

    private final HttpProvider provider;
    private final Endpoint endpoint;
    private final List<Message> conversation;
    private final AnswerSink sink;
    private final Codec codec;
    private final Transcript transcript;
    private final Decoder decoder;
    private final AtomicBoolean over = new AtomicBoolean();
    private volatile Context context;
    private HttpClientRequest request;
    private boolean answered;
    private int attempts;
    private boolean bodyEnded;
    private long lastByte;
    private long phaseTimer = -1;
    private long totalTimer = -1;

    HttpAnswer(HttpProvider provider, Codec codec, Endpoint endpoint, List<Message> conversation, AnswerSink sink) {
        this.provider = provider;
        this.endpoint = endpoint;
        this.conversation = conversation;
        this.sink = new StorableSink(sink);
        this.codec = codec;
        this.transcript = new Transcript(new Guarded(), provider.openThoughts().expected(endpoint));
        this.decoder = codec.decoder(endpoint, transcript);
    }

    @Override
    public void cancel() {
        if (!over.compareAndSet(false, true)) {
            return;
        }
        // Read only now: a start that was too late to be seen here sees that the answer is over.
        Context running = context;
        if (running != null) {
            running.runOnContext(v -> release());
        }
    }

    void start(Context own) {
        context = own;
        guarded(() -> {
            HttpCall call = codec.encode(endpoint, conversation);
            transcript.expect(codec.text(endpoint, conversation));
            provider.guard().malformed(call.url()).ifPresent(why -> {
                throw new StreamFailure(Kind.ADDRESS_REFUSED, "the URL " + why);
            });
            totalTimer = timer(provider.timeouts().total().toMillis(), Kind.TIMEOUT_TOTAL);
            phaseTimer = timer(provider.timeouts().firstByte().toMillis(), Kind.TIMEOUT_FIRST);
            resolve(call.url().getHost()).onComplete(found -> guarded(() -> {
                if (found.failed()) {
                    throw failure(found.cause());
                }
                connect(call, found.result());
            }));
        });
    }

    private Future<InetAddress> resolve(String host) throws Exception {
        if (AddressGuard.literal(host)) {
            return Future.succeededFuture(provider.guard().resolve(host));
        }
        return provider.vertx().executeBlocking(() -> provider.guard().resolve(host), false);
    }

    private void connect(HttpCall call, InetAddress address) {
        attempts++;
        provider.client().request(Requests.to(HttpMethod.POST, call.url(), address, call.headers()))
                .onComplete(connected -> guarded(connected.result(), () -> {
                    if (connected.succeeded()) {
                        send(connected.result(), call, address);
                    } else if (connected.cause() instanceof HttpClosedException && attempts < MAX_ATTEMPTS) {
                        // The pool handed out a connection that closed before it could be used: nothing was sent.
                        connect(call, address);
                    } else {
                        throw failure(connected.cause());
                    }
                }));
    }

    private void send(HttpClientRequest connected, HttpCall call, InetAddress address) {
        request = connected;
        connected.exceptionHandler(lost -> lost(call, lost));
        boolean reused = provider.reused(connected.connection());
        connected.send(Buffer.buffer(call.body())).onSuccess(this::watchLoss).onComplete(sent -> guarded(() -> {
            if (sent.succeeded()) {
                response(sent.result());
            } else if (reused && attempts < MAX_ATTEMPTS) {
                // The server may have closed the idle connection just as it was taken: that says nothing of the call.
                connect(call, address);
            } else {
                throw failure(sent.cause());
            }
        }));
    }

    /** Without this handler the client would log the loss as an error of its own, without the connection's address. */
    private void lost(HttpCall call, Throwable cause) {
        if (!over.get()) {
            LOG.warnf("The connection to %s was lost: %s", call.url().getAuthority(), cause.getMessage());
        }
    }

    /** Also of an answer that is over: without this handler the client would log our own reset as an error. */
    private void watchLoss(HttpClientResponse response) {
        response.exceptionHandler(cause -> guarded(this::cut));
    }

    private void response(HttpClientResponse response) {
        answered = true;
        if (response.statusCode() / 100 == 2 && codec.reads(response.getHeader(HttpHeaders.CONTENT_TYPE))) {
            read(response);
        } else {
            refused(response);
        }
    }

    private void read(HttpClientResponse response) {
        Unpacking unpacking = new Unpacking(response.getHeader(HttpHeaders.CONTENT_ENCODING));
        alive();
        watchIdle(Math.min(idleLimit(), FINISHED_IDLE_MILLIS));
        response.handler(bytes -> guarded(() -> {
            alive();
            decoder.feed(unpacking.unpack(bytes).getBytes());
            if (transcript.ended()) {
                done(transcript.complete());
            }
        }));
        response.endHandler(v -> {
            bodyEnded = true;
            guarded(() -> {
                decoder.end();
                done(transcript.complete());
            });
        });
    }

    private void alive() {
        lastByte = System.nanoTime();
    }

    /** One timer that is rescheduled when it fires early, since a new timer for each chunk would cost more. */
    private void watchIdle(long millis) {
        provider.vertx().cancelTimer(phaseTimer);
        phaseTimer = provider.vertx().setTimer(Math.max(1, millis), id -> guarded(() -> {
            long limit = idleLimit();
            long idle = (System.nanoTime() - lastByte) / 1_000_000;
            if (idle < limit) {
                watchIdle(Math.min(limit - idle, FINISHED_IDLE_MILLIS));
            } else if (transcript.finished()) {
                done(transcript.complete());
            } else {
                throw new StreamFailure(Kind.TIMEOUT_IDLE, "no byte came for " + limit + " ms");
            }
        }));
    }

    private long idleLimit() {
        long limit = provider.timeouts().idle().toMillis();
        return transcript.finished() ? Math.min(limit, FINISHED_IDLE_MILLIS) : limit;
    }

    private void cut() {
        if (transcript.finished()) {
            done(transcript.complete());
        } else {
            throw new StreamFailure(Kind.CUT_OFF, "the connection was lost in the middle of the answer");
        }
    }

    private void refused(HttpClientResponse response) {
        Buffer body = Buffer.buffer();
        Runnable tell = () -> fail(
                HttpErrors.ofResponse(response, body.toString(StandardCharsets.UTF_8), provider.clock()));
        provider.vertx().cancelTimer(phaseTimer);
        phaseTimer = provider.vertx().setTimer(ERROR_BODY_MILLIS, id -> tell.run());
        response.exceptionHandler(cause -> tell.run());
        Unpacking unpacking = new Unpacking(response.getHeader(HttpHeaders.CONTENT_ENCODING));
        response.handler(packed -> guarded(() -> {
            Buffer bytes = unpacking.unpack(packed);
            body.appendBuffer(bytes, 0, Math.min(bytes.length(), MAX_ERROR_BODY - body.length()));
            if (body.length() >= MAX_ERROR_BODY) {
                tell.run();
            }
        }));
        response.endHandler(v -> {
            bodyEnded = true;
            tell.run();
        });
    }

    private static StreamFailure failure(Throwable cause) {
        return cause instanceof StreamFailure known ? known
                : new StreamFailure(HttpErrors.ofCause(cause), String.valueOf(cause.getMessage()));
    }

    private long timer(long millis, Kind kind) {
        return provider.vertx().setTimer(millis,
                id -> fail(new ProviderError(kind, "gave up after " + millis + " ms", null)));
    }

    private interface Step {
        void run() throws Exception;
    }

    private void guarded(Step step) {
        guarded(null, step);
    }

    /** Runs a step unless the answer is over; whatever it throws ends the answer. */
    private void guarded(HttpClientRequest late, Step step) {
        if (over.get()) {
            if (late != null) {
                // The reset closes the connection, which the pool may still hand to the next call: that one may retry.
                provider.reused(late.connection());
                // Without a handler the client would log its own reset as an error.
                late.exceptionHandler(reset -> {
                });
                late.reset();
            }
            return;
        }
        try {
            step.run();
        } catch (StreamFailure e) {
            fail(e.error());
        } catch (InvalidEndpointException e) {
            fail(new ProviderError(Kind.BAD_REQUEST, e.field() + " " + e.getMessage(), null));
        } catch (Exception e) {
            fail(new ProviderError(answered ? Kind.PROTOCOL : HttpErrors.ofCause(e), String.valueOf(e.getMessage()),
                    null));
        }
    }

    private void done(Completion completion) {
        if (over.compareAndSet(false, true)) {
            stopTimers();
            if (!bodyEnded) {
                provider.vertx().setTimer(DRAIN_MILLIS, id -> reset());
            }
            if (transcript.withheldInVain()) {
                provider.openThoughts().forget(endpoint);
            }
            sink.done(completion);
        }
    }

    private void fail(ProviderError error) {
        if (over.compareAndSet(false, true)) {
            release();
            sink.failed(new ProviderError(error.kind(), shown(error.detail()), error.retryAfterSeconds()));
        }
    }

    private String shown(String detail) {
        String safe = endpoint.withoutSecrets(detail);
        return safe.length() > MAX_ERROR_BODY ? safe.substring(0, MAX_ERROR_BODY) : safe;
    }

    private void release() {
        stopTimers();
        reset();
    }

    private void stopTimers() {
        provider.vertx().cancelTimer(phaseTimer);
        provider.vertx().cancelTimer(totalTimer);
    }

    private void reset() {
        if (request != null && !bodyEnded) {
            request.reset();
        }
    }

    /** Lets text through until the answer is over. */
    private final class Guarded implements AnswerSink {

        @Override
        public void text(String text) {
            if (!over.get()) {
                sink.text(text);
            }
        }

        @Override
        public void reasoning(String text) {
            if (!over.get()) {
                sink.reasoning(text);
            }
        }

        @Override
        public void reasoningSoFar() {
            provider.openThoughts().learn(endpoint);
            if (!over.get()) {
                sink.reasoningSoFar();
            }
        }

        @Override
        public void firstTokenLogprobs(Map<String, Double> logProbabilities) {
            if (!over.get()) {
                sink.firstTokenLogprobs(logProbabilities);
            }
        }

        @Override
        public void done(Completion completion) {
            HttpAnswer.this.done(completion);
        }

        @Override
        public void failed(ProviderError error) {
            fail(error);
        }
    }
}
