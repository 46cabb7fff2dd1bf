package org.dohyo.battle.stream;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.dohyo.Duel;
import org.dohyo.Http1;
import org.dohyo.battle.Side;
import org.dohyo.support.PostgresResource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;

/**
 * The same text at the same rate from providers that cut it by byte, by token and by 400 characters, through the whole
 * arena to a client: what arrives can't be told apart. {@code -Ddohyo.wire.runs=200} is the whole proof (three
 * minutes); PacerTest has it in made-up time.
 */
@Tag("long")
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class WireIT {

    private static final int RUNS = Integer.getInteger("dohyo.wire.runs", 30);
    private static final int AT_ONCE = 20;
    private static final int MOST_ATTEMPTS = 4;
    private static final int LEAST_EVENTS = 20;
    private static final double LEAST_P = 0.001;
    private static final Pattern TEXT_OF_EVENT = Pattern.compile("\"text\":\"([^\"]*)\"");
    private static final Pattern SIDE_OF_EVENT = Pattern.compile("\"side\":\"([AB])\"");
    private static final Pattern TEXT_OF_CHUNK = Pattern.compile("\"content\":\"([^\"]*)\"");
    private static final String TEXT = "The sea rises and falls twice a day because the moon pulls at it. ".repeat(40);

    private enum Chunks {
        BYTE(1),
        TOKEN(4),
        FOUR_HUNDRED(400);

        final int size;

        Chunks(int size) {
            this.size = size;
        }
    }

    private record Seen(long nanos, int size) {
    }

    private record Medians(List<Double> sizes, List<Double> gaps) {
    }

    @TestHTTPResource
    URI server;

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = Http1.client();
    private final Map<Chunks, AtomicInteger> numbers = Arrays.stream(Chunks.values())
            .collect(Collectors.toMap(kind -> kind, kind -> new AtomicInteger()));
    private HttpServer provider;

    /** Says the text in chunks at 250 to 550 characters a second, by the clock, whatever the chunks are. */
    private void answer(HttpServerRequest request) {
        request.body().onSuccess(body -> {
            Chunks kind = Chunks.valueOf(request.path().split("/")[1]);
            int chunk = kind.size;
            // Each kind goes through the same rates and lengths.
            int n = numbers.get(kind).incrementAndGet();
            double perMilli = 0.25 + (n * 0.6180339887 % 1) * 0.3;
            int length = 1_300 + n * 37 % 500;
            long begun = System.nanoTime();
            request.response().setChunked(true).putHeader("Content-Type", "text/event-stream");
            int[] said = new int[1];
            vertx.setPeriodic(5, timer -> {
                double due = (System.nanoTime() - begun) / 1e6 * perMilli;
                while (said[0] < length && Math.min(said[0] + chunk, length) <= due) {
                    int end = Math.min(said[0] + chunk, length);
                    say(request, "{\"content\":\"" + TEXT.substring(said[0], end) + "\"}", "null");
                    said[0] = end;
                }
                if (said[0] == length) {
                    vertx.cancelTimer(timer);
                    say(request, "{}", "\"stop\"");
                    request.response().end("data: [DONE]\n\n");
                }
            });
        });
    }

    private static void say(HttpServerRequest request, String delta, String finish) {
        request.response()
                .write("data: {\"choices\":[{\"index\":0,\"delta\":" + delta + ",\"finish_reason\":" + finish
                        + "}]}\n\n");
    }

    private void start() throws Exception {
        provider = vertx.createHttpServer().requestHandler(this::answer).listen(0, "127.0.0.1").toCompletionStage()
                .toCompletableFuture().get();
        for (Chunks chunks : Chunks.values()) {
            String slug = "wire-" + chunks.name().toLowerCase().replace('_', '-');
            Duel.admin()
                    .body(Map.of("slug", slug, "name", slug, "protocol", "openai", "baseUrl", base(chunks), "modelId",
                            "m",
                            "enabled", true))
                    .post("/api/admin/models").then().statusCode(201);
        }
    }

    private String base(Chunks chunks) {
        return "http://127.0.0.1:" + provider.actualPort() + "/" + chunks;
    }

    private static String slug(Chunks chunks) {
        return "wire-" + chunks.name().toLowerCase().replace('_', '-');
    }

    private void stop() throws Exception {
        for (Chunks chunks : Chunks.values()) {
            Duel.admin().body(Map.of("enabled", false)).patch("/api/admin/models/" + slug(chunks)).then()
                    .statusCode(200);
        }
        vertx.close().toCompletionStage().toCompletableFuture().get();
    }

    private List<Seen> read(HttpRequest request, Function<String, String> textOf, String last) throws Exception {
        List<Seen> seen = new ArrayList<>();
        try (Stream<String> lines = client.send(request, HttpResponse.BodyHandlers.ofLines()).body()) {
            lines.takeWhile(line -> !line.equals(last)).filter(line -> line.startsWith("data:")).forEach(line -> {
                long at = System.nanoTime();
                String text = textOf.apply(line.substring(5).strip());
                if (text != null && !text.isEmpty()) {
                    seen.add(new Seen(at, text.length()));
                }
            });
        }
        return seen;
    }

    /**
     * Two runs. A client that came late, on a busy machine, was told what it had missed in one piece: that is no run.
     */
    private Map<Side, List<Seen>> battle(Chunks a, Chunks b) throws Exception {
        for (int i = 0; i < MOST_ATTEMPTS; i++) {
            Map<Side, List<Seen>> sides = once(a, b);
            if (sides.values().stream().allMatch(seen -> seen.size() >= LEAST_EVENTS)) {
                return sides;
            }
        }
        throw new IllegalStateException("no whole run of " + a + " and " + b + " in " + MOST_ATTEMPTS + " attempts");
    }

    /** One battle of named models. */
    private Map<Side, List<Seen>> once(Chunks a, Chunks b) throws Exception {
        Response begun = given().contentType("application/json")
                .body(Map.of("prompt", "Tell me about the sea", "modelA", slug(a), "modelB", slug(b)))
                .post("/api/battles");
        begun.then().statusCode(201);
        HttpRequest events = HttpRequest.newBuilder(server.resolve("/api/battles/" + begun.path("id") + "/events"))
                .header("Cookie", "dohyo_voter=" + begun.cookie("dohyo_voter")).build();
        Map<Side, List<Seen>> sides = new ConcurrentHashMap<>();
        Arrays.stream(Side.values()).forEach(side -> sides.put(side, new ArrayList<>()));
        read(events, data -> {
            Matcher text = TEXT_OF_EVENT.matcher(data);
            Matcher side = SIDE_OF_EVENT.matcher(data);
            if (text.find() && side.find()) {
                sides.get(Side.valueOf(side.group(1))).add(new Seen(System.nanoTime(), text.group(1).length()));
            }
            return null;
        }, "event:ready");
        return sides;
    }

    private static void add(Map<Chunks, Medians> all, Chunks chunks, List<Seen> seen) {
        List<Seen> later = seen.subList(Math.max(0, Math.min(2, seen.size() - 2)), seen.size());
        Medians medians = all.computeIfAbsent(chunks, unused -> new Medians(new ArrayList<>(), new ArrayList<>()));
        medians.sizes().add(median(later.stream().mapToDouble(Seen::size)));
        medians.gaps().add(median(IntStream.range(1, later.size())
                .mapToDouble(k -> (later.get(k).nanos() - later.get(k - 1).nanos()) / 1e6)));
    }

    private static double median(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static double p(List<Double> a, List<Double> b) {
        return KolmogorovSmirnov.p(a.stream().mapToDouble(x -> x).toArray(), b.stream().mapToDouble(x -> x).toArray());
    }

    @Test
    void chunksCantBeTold_fromWhatArrives() throws Exception {
        start();
        Map<Chunks, Medians> all = new EnumMap<>(Chunks.class);
        Map<Chunks, Medians> direct = new EnumMap<>(Chunks.class);
        Chunks[] kinds = Chunks.values();
        ExecutorService clients = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<Map<Side, List<Seen>>>> battles = IntStream.range(0, RUNS * 3 / 2)
                    .mapToObj(i -> clients.submit(() -> battle(kinds[i % 3], kinds[(i + 1) % 3]))).toList();
            for (int i = 0; i < battles.size(); i++) {
                add(all, kinds[i % 3], battles.get(i).get().get(Side.A));
                add(all, kinds[(i + 1) % 3], battles.get(i).get().get(Side.B));
            }
            List<Future<List<Seen>>> unpaced = IntStream.range(0, 60)
                    .mapToObj(i -> clients.submit(() -> unpaced(kinds[i % 3]))).toList();
            for (int i = 0; i < unpaced.size(); i++) {
                add(direct, kinds[i % 3], List.copyOf(unpaced.get(i).get()));
            }
        } finally {
            clients.shutdownNow();
            stop();
        }
        for (Chunks one : kinds) {
            for (Chunks other : Arrays.copyOfRange(kinds, one.ordinal() + 1, kinds.length)) {
                double sizes = p(all.get(one).sizes(), all.get(other).sizes());
                double gaps = p(all.get(one).gaps(), all.get(other).gaps());
                System.out.printf("%s and %s over %d runs: p = %.4f by size, %.4f by gap%n", one, other,
                        all.get(one).sizes().size(), sizes, gaps);
                assertThat(sizes).isGreaterThan(LEAST_P);
                assertThat(gaps).isGreaterThan(LEAST_P);
                // What the providers themselves send is told at once by the same comparison.
                assertThat(p(direct.get(one).sizes(), direct.get(other).sizes())).isLessThan(LEAST_P);
            }
        }
    }

    private List<Seen> unpaced(Chunks chunks) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base(chunks) + "/chat/completions"))
                .POST(HttpRequest.BodyPublishers.ofString("{}")).build();
        return read(request, data -> {
            Matcher text = TEXT_OF_CHUNK.matcher(data);
            return text.find() ? text.group(1) : null;
        }, "data: [DONE]");
    }
}
