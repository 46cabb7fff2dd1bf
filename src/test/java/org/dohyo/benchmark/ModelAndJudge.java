package org.dohyo.benchmark;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * An OpenAI-compatible server on a free loopback port that answers by what it is asked, and counts how often at once.
 */
public final class ModelAndJudge implements AutoCloseable {

    /**
     * A call as it arrived.
     *
     * @param last the last message
     * @param messages how many there were
     */
    public record Asked(String model, String last, int messages, boolean logProbabilities) {
    }

    /** @param firstTokenLogprobs log-probabilities by token, told where they were asked for */
    public record Reply(int status, Map<String, String> headers, String text, Map<String, Double> firstTokenLogprobs) {

        public static Reply says(String text) {
            return new Reply(200, Map.of(), text, Map.of());
        }

        public static Reply refuses(int status, Map<String, String> headers) {
            return new Reply(status, headers, "{\"error\":{\"message\":\"not now\"}}", Map.of());
        }

        public Reply with(Map<String, Double> chances) {
            return new Reply(status, headers, text, chances);
        }
    }

    private final ObjectMapper json = new ObjectMapper();
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Function<Asked, Reply> replies;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final Map<String, AtomicInteger> now = new ConcurrentHashMap<>();
    private final Map<String, Integer> most = new ConcurrentHashMap<>();
    private volatile Semaphore gate;

    public ModelAndJudge(Function<Asked, Reply> replies) {
        this.replies = replies;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
    }

    /** The calls so far, refused ones too. */
    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    /** The most calls that a model had at once. */
    public int most(String model) {
        return most.getOrDefault(model, 0);
    }

    /** From now on so many more calls are answered; further ones wait. */
    public void holdAfter(int calls) {
        gate = new Semaphore(calls);
    }

    /** Everything that waits, and whatever comes, is answered. */
    public void letGo() {
        Semaphore held = gate;
        gate = null;
        if (held != null) {
            held.release(1_000_000);
        }
    }

    @Override
    public void close() {
        letGo();
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        JsonNode body = json.readTree(exchange.getRequestBody());
        JsonNode messages = body.path("messages");
        Asked call = new Asked(body.path("model").asText(), messages.path(messages.size() - 1).path("content").asText(),
                messages.size(), body.path("logprobs").asBoolean());
        asked.add(call);
        AtomicInteger running = now.computeIfAbsent(call.model(), unused -> new AtomicInteger());
        most.merge(call.model(), running.incrementAndGet(), Math::max);
        try {
            Semaphore held = gate;
            if (held != null) {
                held.acquire();
            }
            Reply reply = replies.apply(call);
            // Counted down before the answer leaves: who has it may ask again at once.
            running.decrementAndGet();
            send(exchange, reply, call);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close();
        }
    }

    private void send(HttpExchange exchange, Reply reply, Asked call) throws IOException {
        boolean good = reply.status() == 200;
        exchange.getResponseHeaders().set("Content-Type", good ? "text/event-stream" : "application/json");
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] body = (good ? events(reply, call) : reply.text()).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(reply.status(), body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private String events(Reply reply, Asked call) {
        var choice = json.createObjectNode().put("index", 0);
        choice.putObject("delta").put("content", reply.text());
        if (call.logProbabilities() && !reply.firstTokenLogprobs().isEmpty()) {
            var token = choice.putObject("logprobs").putArray("content").addObject().put("token", "B").put("logprob",
                    -0.1);
            var top = token.putArray("top_logprobs");
            reply.firstTokenLogprobs()
                    .forEach((name, chance) -> top.addObject().put("token", name).put("logprob", chance));
        }
        var said = json.createObjectNode();
        said.putArray("choices").add(choice);
        return "data: " + said + "\n\ndata: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}],"
                + "\"usage\":{\"prompt_tokens\":10,\"completion_tokens\":5}}\n\ndata: [DONE]\n\n";
    }
}
