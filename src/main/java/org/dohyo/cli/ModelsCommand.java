package org.dohyo.cli;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "models", mixinStandardHelpOptions = true, description = "The models of a running arena.")
final class ModelsCommand {

    @Command(mixinStandardHelpOptions = true,
            description = "Lists models: slug, protocol, state, success within the last hour.")
    int list(@Mixin Commands.Target target) {
        ArenaCalls calls = target.calls();
        JsonNode health = calls.get("models/health");
        for (JsonNode model : calls.get("models").path("models")) {
            JsonNode rate = health.path(model.path("slug").asText()).path("successRate");
            System.out.printf("%-40s %-10s %-8s %s%n", model.path("slug").asText(), model.path("protocol").asText("-"),
                    state(model), rate.isNumber() ? Math.round(100 * rate.doubleValue()) + "%" : "-");
        }
        return 0;
    }

    private static String state(JsonNode model) {
        return model.hasNonNull("retiredAt") ? "retired" : model.path("enabled").asBoolean() ? "enabled" : "paused";
    }

    @Command(mixinStandardHelpOptions = true, description = "Adds a model.")
    int add(@Mixin Commands.Target target,
            @Option(names = "--slug", required = true) String slug,
            @Option(names = "--name", description = "the slug by default") String name,
            @Option(names = "--protocol", defaultValue = "openai",
                    description = "openai, responses, completions, tgi, anthropic, gemini, bedrock or sagemaker") String protocol,
            @Option(names = "--base-url") String baseUrl,
            @Option(names = "--model-id", required = true, description = "its name at the endpoint") String modelId,
            @Option(names = "--api-key-env",
                    description = "the environment variable that has the key") String keyVariable,
            @Option(names = "--paused", description = "leaves it out of matchmaking for now") boolean paused) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("slug", slug);
        model.put("name", name == null ? slug : name);
        model.put("protocol", protocol);
        model.put("modelId", modelId);
        model.put("enabled", !paused);
        if (baseUrl != null) {
            model.put("baseUrl", baseUrl);
        }
        if (keyVariable != null) {
            model.put("apiKey", ModelsFile.variable(keyVariable, System.getenv()));
        }
        target.calls().send("POST", "models", model);
        System.out.println("added " + slug);
        return 0;
    }

    @Command(mixinStandardHelpOptions = true,
            description = "Asks the endpoint one small question; exit code 1 if it fails.")
    int test(@Mixin Commands.Target target, @Parameters(paramLabel = "SLUG") String slug) {
        JsonNode result = target.calls().send("POST", path(slug) + "/test", null);
        boolean ok = result.path("ok").asBoolean();
        System.out.println(ok
                ? "ok, first token after " + result.path("firstTokenMillis").asLong() + " ms, whole after "
                        + result.path("totalMillis").asLong() + " ms: " + result.path("text").asText()
                : "failed: " + result.path("error").asText());
        return ok ? 0 : 1;
    }

    @Command(mixinStandardHelpOptions = true, description = "Leaves a model out of matchmaking until it is resumed.")
    int pause(@Mixin Commands.Target target, @Parameters(paramLabel = "SLUG") String slug) {
        return enable(target, slug, false);
    }

    @Command(mixinStandardHelpOptions = true, description = "Takes a paused model back into matchmaking.")
    int resume(@Mixin Commands.Target target, @Parameters(paramLabel = "SLUG") String slug) {
        return enable(target, slug, true);
    }

    private static int enable(Commands.Target target, String slug, boolean enabled) {
        target.calls().send("PATCH", path(slug), Map.of("enabled", enabled));
        System.out.println((enabled ? "resumed " : "paused ") + slug);
        return 0;
    }

    @Command(mixinStandardHelpOptions = true, description = "Retires a model for good; its history stays.")
    int retire(@Mixin Commands.Target target, @Parameters(paramLabel = "SLUG") String slug) {
        target.calls().send("DELETE", path(slug), null);
        System.out.println("retired " + slug);
        return 0;
    }

    @Command(mixinStandardHelpOptions = true,
            description = "Makes the arena's models as a YAML file says; others stay.")
    int apply(@Mixin Commands.Target target, @Parameters(paramLabel = "FILE") Path file,
            @Option(names = "--renew-secrets", description = "sends keys also where the arena has some") boolean renew)
            throws IOException {
        ArenaCalls calls = target.calls();
        for (ModelsFile.Wanted model : ModelsFile.read(file, System.getenv())) {
            System.out.println(model.apply(calls, renew));
        }
        return 0;
    }

    static String path(String slug) {
        return "models/" + URLEncoder.encode(slug, StandardCharsets.UTF_8);
    }
}
