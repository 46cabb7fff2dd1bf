package org.dohyo;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;

import io.restassured.specification.RequestSpecification;

/** Makes projects of an arena and lets people judge in them. An answer is the name of its model read backwards. */
public record ProjectCalls(Supplier<RequestSpecification> stranger, Supplier<RequestSpecification> admin) {

    /** The answer of a model, which doesn't name it; and the model of an answer. */
    public static String backwards(String text) {
        return new StringBuilder(text).reverse().toString();
    }

    /** A project with the criteria overall and tone, all pairs of whose models are planned at each prompt. */
    public void create(String slug, int prompts, int votesPerItem, String... models) {
        admin.get().body(Map.of("slug", slug, "name", "Project " + slug, "votesPerItem", votesPerItem, "criteria",
                List.of(Map.of("slug", "tone", "name", "Tone", "scale", "five-point", "required", false))))
                .post("/api/admin/projects").then().statusCode(201);
        upload(slug + "/prompts", IntStream.range(0, prompts)
                .mapToObj(prompt -> "{\"id\": \"p" + prompt + "\", \"prompt\": \"Question " + prompt + "\"}").toList());
        upload(slug + "/answers", IntStream.range(0, prompts).boxed().flatMap(prompt -> List.of(models).stream()
                .map(model -> "{\"prompt_id\": \"p" + prompt + "\", \"model\": \"" + model + "\", \"answer\": \""
                        + backwards(model) + "\"}"))
                .toList());
        admin.get().body(Map.of()).post("/api/admin/projects/" + slug + "/plan").then().statusCode(200);
    }

    private void upload(String path, List<String> lines) {
        byte[] file = lines.stream().collect(Collectors.joining("\n")).getBytes(StandardCharsets.UTF_8);
        admin.get().contentType("application/octet-stream").body(file).post("/api/admin/projects/" + path).then()
                .statusCode(200);
    }

    /** A new annotator, recognised by the cookie that is returned. */
    public String joins(String slug) {
        String path = admin.get().body(Map.of("label", "one", "places", 1))
                .post("/api/admin/projects/" + slug + "/invitations").then().statusCode(201).extract().path("path");
        return stranger.get().contentType("application/json")
                .body(Map.of("token", path.substring(path.lastIndexOf('/') + 1))).post("/api/projects/join").then()
                .statusCode(200).extract().cookie("dohyo_voter");
    }

    public RequestSpecification as(String cookie) {
        return stranger.get().cookie("dohyo_voter", cookie).contentType("application/json");
    }

    /**
     * Judges at most so many items.
     *
     * @param better names the better of two models, or neither of them for a tie
     * @return the id of the last judgement; null without one
     */
    public String judges(String slug, String cookie, int most, BinaryOperator<String> better) {
        String last = null;
        for (int i = 0; i < most; i++) {
            // Paths would each be compiled as a program.
            JsonNode next = as(cookie).post("/api/projects/" + slug + "/next").as(JsonNode.class);
            if (!"ITEM".equals(next.path("state").textValue())) {
                return last;
            }
            last = next.path("id").textValue();
            JsonNode turn = next.path("turns").path(0);
            String a = backwards(turn.path("a").textValue());
            String b = backwards(turn.path("b").textValue());
            String chosen = better.apply(a, b);
            String preference = chosen.equals(a) ? "A" : chosen.equals(b) ? "B" : "TIE";
            as(cookie).body(Map.of("id", last, "ratings", Map.of("overall", preference, "tone", preference)))
                    .post("/api/projects/" + slug + "/judgements").then().statusCode(200);
        }
        return last;
    }
}
