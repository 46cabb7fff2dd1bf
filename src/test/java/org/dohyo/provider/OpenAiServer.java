package org.dohyo.provider;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/**
 * Stands in for a provider on a free loopback port: answers each request as a script says, in any protocol by
 * {@link Script#send(byte[])}; OpenAI's own chunks have words of their own.
 */
public final class OpenAiServer implements AutoCloseable {

    /** A request as it arrived. */
    public record Received(String path, String query, Map<String, String> headers, String body) {
    }

    private enum Act {
        SEND,
        PAUSE,
        HANG,
        CUT
    }

    private record Step(Act act, Buffer bytes, long millis) {
    }

    /**
     * What one request gets. Status and headers go out with the first bytes; a script that ends neither in
     * {@link #hang()} nor in {@link #cut()} ends the response as it should be.
     */
    public static final class Script {

        private final int status;
        private final Map<String, String> headers = new LinkedHashMap<>();
        private final List<Step> steps = new ArrayList<>();

        private Script(int status) {
            this.status = status;
        }

        public static Script status(int status) {
            return new Script(status);
        }

        /** A good answer's status and type. */
        public static Script stream() {
            return status(200).header("Content-Type", "text/event-stream; charset=utf-8");
        }

        public Script header(String name, String value) {
            headers.put(name, value);
            return this;
        }

        /** Sends text in one piece. */
        public Script send(String text) {
            return step(Act.SEND, Buffer.buffer(text), 0);
        }

        /** Sends bytes in one piece. */
        public Script send(byte[] bytes) {
            return step(Act.SEND, Buffer.buffer(bytes), 0);
        }

        /** Sends text in pieces of one byte. */
        public Script sendBytewise(String text) {
            return sendBytewise(text.getBytes(StandardCharsets.UTF_8));
        }

        /** Sends bytes in pieces of one. */
        public Script sendBytewise(byte[] bytes) {
            for (byte b : bytes) {
                step(Act.SEND, Buffer.buffer().appendByte(b), 0);
            }
            return this;
        }

        /** Sends an event with that data. */
        public Script event(String data) {
            return send("data: " + data + "\n\n");
        }

        /** Sends an event that adds to what was said. The text must need no escape in JSON. */
        public Script says(String text) {
            return event("{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"" + text + "\"}}]}");
        }

        /** Sends the event that says why the answer is over. */
        public Script finish(String reason) {
            return event("{\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"" + reason + "\"}]}");
        }

        /** Sends the stream's last event. */
        public Script doneMark() {
            return event("[DONE]");
        }

        public Script pause(Duration time) {
            return step(Act.PAUSE, null, time.toMillis());
        }

        /** Leaves the response open and says nothing more. */
        public Script hang() {
            return step(Act.HANG, null, 0);
        }

        /** Closes the connection without ending the response. */
        public Script cut() {
            return step(Act.CUT, null, 0);
        }

        private Script step(Act act, Buffer bytes, long millis) {
            steps.add(new Step(act, bytes, millis));
            return this;
        }
    }

    private final Vertx vertx = Vertx.vertx();
    private final HttpServer server;
    private final Queue<Script> scripts = new ConcurrentLinkedQueue<>();
    private final List<Received> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger hangUps = new AtomicInteger();
    private volatile Script otherwise = Script.status(500).send("no script is left");

    public OpenAiServer() {
        server = await(vertx.createHttpServer().requestHandler(this::accept).listen(0, "127.0.0.1"));
    }

    /** Adds scripts for the next requests, one each. */
    public OpenAiServer next(Script... more) {
        scripts.addAll(List.of(more));
        return this;
    }

    /** The script for requests that come when no other is left. */
    public OpenAiServer otherwise(Script script) {
        otherwise = script;
        return this;
    }

    /** The base URL of the interface. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.actualPort() + "/v1");
    }

    /** How many of the scripts for next requests are left. */
    public int queued() {
        return scripts.size();
    }

    /** The requests that have arrived whole, in their order. */
    public List<Received> requests() {
        return List.copyOf(requests);
    }

    /** How many clients went away before their response was over. */
    public int hangUps() {
        return hangUps.get();
    }

    /** Closes the port and all connections. */
    @Override
    public void close() {
        await(vertx.close());
    }

    private void accept(HttpServerRequest request) {
        HttpServerResponse response = request.response();
        boolean[] own = new boolean[1];
        response.exceptionHandler(lost -> {
            // counted when the connection closes
        });
        response.closeHandler(closed -> {
            if (!own[0] && !response.ended()) {
                hangUps.incrementAndGet();
            }
        });
        request.body().onSuccess(body -> {
            Map<String, String> headers = new LinkedHashMap<>();
            request.headers().forEach(h -> headers.put(h.getKey().toLowerCase(Locale.ROOT), h.getValue()));
            requests.add(new Received(request.path(), request.query(), headers, body.toString()));
            Script queued = scripts.poll();
            Script script = queued == null ? otherwise : queued;
            response.setStatusCode(script.status).setChunked(true);
            script.headers.forEach(response::putHeader);
            play(request, script.steps.iterator(), own);
        });
    }

    private void play(HttpServerRequest request, Iterator<Step> steps, boolean[] own) {
        HttpServerResponse response = request.response();
        if (response.closed()) {
            return;
        }
        if (!steps.hasNext()) {
            response.end();
            return;
        }
        Step step = steps.next();
        switch (step.act()) {
            case SEND -> response.write(step.bytes()).onSuccess(v -> play(request, steps, own));
            case PAUSE -> vertx.setTimer(step.millis(), id -> play(request, steps, own));
            case CUT -> {
                own[0] = true;
                request.connection().close();
            }
            case HANG -> {
                // nothing more
            }
        }
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
    }
}
