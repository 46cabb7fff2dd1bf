package org.dohyo.cli;

import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.Callable;

import com.fasterxml.jackson.databind.JsonNode;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "compare", mixinStandardHelpOptions = true, exitCodeOnInvalidInput = CompareCommand.TROUBLE,
        description = "Asks a project whether the model B is better than A; it may be asked as often as one likes.",
        footer = "Exit codes: 0 B is better, 1 it isn't (A is better, or they are equal within the margin), "
                + "2 not decided yet, 3 it couldn't be asked.")
final class CompareCommand implements Callable<Integer> {

    static final int TROUBLE = 3;

    @Parameters(index = "0", paramLabel = "URL", description = "the arena")
    private String url;

    @Parameters(index = "1", paramLabel = "SLUG", description = "the project")
    private String slug;

    @Parameters(index = "2", paramLabel = "A", description = "the model so far")
    private String modelA;

    @Parameters(index = "3", paramLabel = "B", description = "the new model")
    private String modelB;

    @Option(names = "--token", required = true, defaultValue = "${env:DOHYO_TOKEN}",
            description = "an API token with the scope projects:read (DOHYO_TOKEN)")
    private String token;

    @Option(names = "--criterion", defaultValue = "overall", description = "a criterion's slug (${DEFAULT-VALUE})")
    private String criterion;

    @Option(names = "--margin", description = "a difference of the mean score, up to 1, that counts as none")
    private String margin;

    @Option(names = "--json", description = "prints the arena's whole answer")
    private boolean json;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() {
        try {
            JsonNode compared = ArenaCalls.byToken(url, token.strip()).at(address());
            print(compared);
            return switch (compared.path("decision").asText()) {
                case "better" -> 0;
                case "worse", "equivalent" -> 1;
                case "not-yet" -> 2;
                default -> TROUBLE;
            };
        } catch (ArenaCalls.RefusedException | IllegalStateException | IllegalArgumentException e) {
            command.commandLine().getErr().println(e.getMessage());
            return TROUBLE;
        }
    }

    private String address() {
        return "api/projects/" + encoded(slug) + "/compare?a=" + encoded(modelA) + "&b=" + encoded(modelB)
                + "&criterion=" + encoded(criterion) + (margin == null ? "" : "&margin=" + encoded(margin));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private void print(JsonNode compared) {
        PrintWriter out = command.commandLine().getOut();
        if (json) {
            out.println(compared.toPrettyString());
        } else {
            out.printf(Locale.ROOT, "%s against %s: %s, score %+.3f (%+.3f to %+.3f), %d judgements%s%n",
                    compared.path("b").asText(), compared.path("a").asText(), compared.path("decision").asText(),
                    compared.path("estimate").asDouble(), compared.path("low").asDouble(),
                    compared.path("high").asDouble(), compared.path("judgements").asLong(), forecast(compared));
        }
        out.flush();
    }

    private static String forecast(JsonNode compared) {
        return compared.path("stillNeeded").isNumber()
                ? ", about " + compared.path("stillNeeded").asLong() + " more will decide"
                : "";
    }
}
