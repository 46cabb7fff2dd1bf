package org.dohyo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.dohyo.provider.OpenAiServer;

import com.fasterxml.jackson.databind.JsonNode;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** Two models at endpoints of the test's own, enabled as long as it is open, so that only they are drawn. */
public final class Duel implements AutoCloseable {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    public final OpenAiServer first = new OpenAiServer();
    public final OpenAiServer second = new OpenAiServer();
    public final List<String> slugs;
    private final Supplier<RequestSpecification> calls;

    /** A battle and the cookies of its voter. */
    public record Fight(String id, Map<String, String> cookies, Supplier<RequestSpecification> calls) {

        public Fight(String id, Map<String, String> cookies) {
            this(id, cookies, RestAssured::given);
        }

        public RequestSpecification call() {
            return calls.get().cookies(cookies).contentType(ContentType.JSON);
        }

        public String path(String tail) {
            return "/api/battles/" + id + tail;
        }

        public void awaitState(String state) {
            // A path would be compiled as a program at each look.
            await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(50))
                    .untilAsserted(() -> assertThat(call().get(path("")).as(JsonNode.class).path("state").textValue())
                            .isEqualTo(state));
        }
    }

    private Duel(Supplier<RequestSpecification> calls, String nameA, String nameB, Map<String, Object> more) {
        this.calls = calls;
        int n = NUMBER.incrementAndGet();
        slugs = List.of(nameA.toLowerCase().replace(' ', '-') + "-" + n,
                nameB.toLowerCase().replace(' ', '-') + "-" + n);
        add(admin(calls), slugs.get(0), nameA, first, more);
        add(admin(calls), slugs.get(1), nameB, second, more);
    }

    /** Between models of these names; the scripts of the two servers say what they answer. */
    public static Duel of(String nameA, String nameB) {
        return of(nameA, nameB, Map.of());
    }

    public static Duel of(String nameA, String nameB, Map<String, Object> more) {
        return at(RestAssured::given, nameA, nameB, more);
    }

    /** At the arena that these calls go to. */
    static Duel at(Supplier<RequestSpecification> calls, String nameA, String nameB, Map<String, Object> more) {
        return new Duel(calls, nameA, nameB, more);
    }

    /** A good answer with these texts, said one after another. */
    public static OpenAiServer.Script answer(String... texts) {
        OpenAiServer.Script script = OpenAiServer.Script.stream();
        Stream.of(texts).forEach(script::says);
        return script.finish("stop").doneMark();
    }

    public static RequestSpecification admin() {
        return admin(RestAssured::given);
    }

    private static RequestSpecification admin(Supplier<RequestSpecification> calls) {
        return calls.get().auth().preemptive().basic("admin", "a password for the tests").contentType(ContentType.JSON);
    }

    static void add(String slug, String name, OpenAiServer server, Map<String, Object> more) {
        add(admin(), slug, name, server, more);
    }

    private static void add(RequestSpecification admin, String slug, String name, OpenAiServer server,
            Map<String, Object> more) {
        Map<String, Object> model = new HashMap<>(
                Map.of("slug", slug, "name", name, "organization", "", "license", "MIT",
                        "openWeights", true, "protocol", "openai", "baseUrl", server.url().toString(), "modelId",
                        slug + "-upstream",
                        "enabled", true));
        model.putAll(more);
        admin.body(model).post("/api/admin/models").then().statusCode(201);
    }

    /** A battle of a voter who is new here. */
    public Fight open(String prompt) {
        return open(prompt, Map.of());
    }

    public Fight open(String prompt, Map<String, String> cookies) {
        Response response = calls.get().cookies(cookies).contentType(ContentType.JSON).body(Map.of("prompt", prompt))
                .post("/api/battles");
        response.then().statusCode(201);
        // A path would be compiled as a program for each battle.
        return new Fight(response.as(JsonNode.class).path("id").textValue(),
                cookies.isEmpty() ? response.cookies() : cookies, calls);
    }

    /** Waits until the queued scripts play. One that a stop overtakes would otherwise answer the next request. */
    public void awaitQueuedScripts() {
        await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(20))
                .until(() -> first.queued() + second.queued() == 0);
    }

    @Override
    public void close() {
        slugs.forEach(slug -> admin(calls).body(Map.of("enabled", false)).patch("/api/admin/models/" + slug).then()
                .statusCode(200));
        first.close();
        second.close();
    }
}
