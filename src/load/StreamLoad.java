package org.dohyo.provider;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.dohyo.provider.http.AddressGuard;
import org.dohyo.provider.http.HttpProvider;
import org.dohyo.provider.http.Timeouts;
import org.dohyo.provider.openai.OpenAiCodec;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;

/**
 * Many answers at once from a slow local server, which is a process of its own: what a token costs on its way from the
 * server's write to our sink, and what the streams cost this JVM. After {@code ./mvnw -DskipTests package}:
 *
 * <pre>
 * CP="target/classes:target/quarkus-app/lib/main/*:target/quarkus-app/lib/boot/*"
 * javac -proc:none -cp "$CP" -d target/load src/load/StreamLoad.java
 * java -Xmx512m -cp "target/load:$CP" org.dohyo.provider.StreamLoad 2000 30 200
 * </pre>
 *
 * Arguments: streams, seconds, milliseconds between two tokens of a stream.
 */
public final class StreamLoad {

    private static final int PORT = 18_473;
    private static final int WARM_UP_SECONDS = 10;

    private final int streams;
    private final int seconds;
    private final int pause;
    private final AtomicLong tokens = new AtomicLong();
    private final AtomicInteger failed = new AtomicInteger();
    // By the microsecond up to a second; what is later is the last.
    private final int[] latencies = new int[1_000_001];
    private final int[] warmLatencies = new int[1_000_001];
    private final long warm = micros() + WARM_UP_SECONDS * 1_000_000L;

    private StreamLoad(int streams, int seconds, int pause) {
        this.streams = streams;
        this.seconds = seconds;
        this.pause = pause;
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments[0].equals("server")) {
            serve(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
            return;
        }
        new StreamLoad(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]))
                .run();
        System.exit(0);
    }

    private static void serve(int tokens, int pause) {
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2));
        Random phase = new Random(7);
        vertx.createHttpServer(new HttpServerOptions().setAcceptBacklog(4096))
                .requestHandler(request -> request.body().onSuccess(body -> {
                    request.response().setChunked(true).putHeader("Content-Type", "text/event-stream");
                    vertx.setTimer(1 + phase.nextInt(pause), id -> say(vertx, request, tokens, pause));
                })).listen(PORT, "127.0.0.1").onSuccess(server -> System.out.println("serving"));
    }

    private static void say(Vertx vertx, HttpServerRequest request, int left, int pause) {
        if (left == 0) {
            request.response()
                    .end("data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n");
            return;
        }
        request.response()
                .write(Buffer.buffer("data: {\"choices\":[{\"delta\":{\"content\":\"" + micros() + " \"}}]}\n\n"));
        vertx.setTimer(pause, id -> say(vertx, request, left - 1, pause));
    }

    /** Of the machine's clock, which both processes read. */
    private static long micros() {
        Instant now = Instant.now();
        return now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000;
    }

    private void run() throws Exception {
        Process server = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g", "-cp",
                System.getProperty("java.class.path"), StreamLoad.class.getName(), "server",
                Integer.toString(seconds * 1000 / pause), Integer.toString(pause))
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try {
            if (!"serving".equals(server.inputReader().readLine())) {
                throw new IllegalStateException("the slow server did not start");
            }
            measure();
        } finally {
            server.destroy();
        }
    }

    private void measure() throws Exception {
        Vertx vertx = Vertx.vertx();
        HttpProvider provider = new HttpProvider(vertx, List.of(new OpenAiCodec(new ObjectMapper())),
                new AddressGuard(true),
                Clock.systemUTC(),
                new Timeouts(Duration.ofSeconds(20), Duration.ofSeconds(60), Duration.ofSeconds(60),
                        Duration.ofMinutes(15)),
                4096);
        Endpoint endpoint = new Endpoint(Protocol.OPENAI, URI.create("http://127.0.0.1:" + PORT + "/v1"), "m",
                Secret.NONE, null,
                Map.of());
        int threadsBefore = Thread.activeCount();
        CountDownLatch ended = new CountDownLatch(streams);
        for (int i = 0; i < streams; i++) {
            provider.stream(endpoint, List.of(new Message(Message.Role.USER, "Count")), new Sink(ended));
        }
        long rss = 0;
        int threads = 0;
        while (!ended.await(1, TimeUnit.SECONDS)) {
            rss = Math.max(rss, rssKib());
            threads = Math.max(threads, Thread.activeCount());
        }
        System.out.printf("| %,d streams, a token every %d ms each, %d s | |%n| --- | --- |%n", streams, pause,
                seconds);
        System.out.printf("| failed | %d |%n| tokens | %,d |%n", failed.get(), tokens.get());
        row("added latency of a token", latencies);
        row("the same after the first " + WARM_UP_SECONDS + " s", warmLatencies);
        System.out.printf("| largest RSS | %d MiB |%n| threads before / during | %d / %d |%n", rss / 1024,
                threadsBefore, threads);
    }

    private static long rssKib() throws Exception {
        return Files.readAllLines(Path.of("/proc/self/status")).stream().filter(line -> line.startsWith("VmRSS"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", ""))).findFirst().orElse(0);
    }

    private void row(String what, int[] of) {
        System.out.printf("| %s, p50 / p99 / p99.9 | %.1f / %.1f / %.1f ms |%n", what, percentile(of, 0.5),
                percentile(of, 0.99), percentile(of, 0.999));
    }

    private double percentile(int[] of, double share) {
        synchronized (latencies) {
            long rank = (long) (share * Arrays.stream(of).asLongStream().sum());
            long seen = 0;
            for (int micros = 0; micros < of.length; micros++) {
                seen += of[micros];
                if (seen > rank) {
                    return micros / 1000.0;
                }
            }
            return Double.NaN;
        }
    }

    private final class Sink implements AnswerSink {

        private final CountDownLatch ended;

        Sink(CountDownLatch ended) {
            this.ended = ended;
        }

        @Override
        public void text(String text) {
            long now = micros();
            for (String stamp : text.strip().split(" ")) {
                int late = (int) Math.max(0, Math.min(latencies.length - 1, now - Long.parseLong(stamp)));
                synchronized (latencies) {
                    latencies[late]++;
                    if (now > warm) {
                        warmLatencies[late]++;
                    }
                }
                tokens.incrementAndGet();
            }
        }

        @Override
        public void reasoningSoFar() {
            // no tags here
        }

        @Override
        public void reasoning(String text) {
            throw new IllegalStateException("the slow server doesn't think");
        }

        @Override
        public void done(Completion completion) {
            ended.countDown();
        }

        @Override
        public void failed(ProviderError error) {
            if (failed.getAndIncrement() == 0) {
                System.err.println("first failure: " + error);
            }
            ended.countDown();
        }
    }
}
