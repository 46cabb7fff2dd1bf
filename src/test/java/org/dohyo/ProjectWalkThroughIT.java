package org.dohyo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import io.restassured.path.json.JsonPath;

/** The walk-through in docs/projects.md does what it says, from the files to the report. */
@Beside
class ProjectWalkThroughIT {

    @RegisterExtension
    static final PackagedArena ARENA = PackagedArena.shared();

    private static final Logger LOG = Logger.getLogger(ProjectWalkThroughIT.class);
    private static final Path DOCUMENT = Path.of("docs/projects.md");
    private static final Path RAKUDA = Path.of("../shared/data/real/rakuda");
    private static final List<String> MODELS = List.of("calm", "line-3.6b-sft", "rinna", "rinna-ppo", "rinna-sft",
            "rwkv-jp-v1", "stormy");
    private static final int MADE_UP_QUESTIONS = 5;

    /** The fenced lines of the walk-through, in order. */
    private static List<String> steps() throws IOException {
        String text = Files.readString(DOCUMENT);
        return Pattern.compile("(?s)```sh\n(.*?)```").matcher(text.substring(text.indexOf("## Walk-through"))).results()
                .map(fence -> fence.group(1)).toList();
    }

    /** Files in the form of the real ones; the real ones where they are. */
    private static Path data(Path directory) throws IOException {
        if (Files.isDirectory(RAKUDA)) {
            return RAKUDA.toAbsolutePath();
        }
        Files.writeString(directory.resolve("questions.jsonl"), lines(i -> "{\"category\": \"地理\", \"question_id\": \"q"
                + i + "\", \"text\": \"県庁所在地を " + i + " つ挙げてください。\"}"));
        for (String model : MODELS) {
            Files.writeString(directory.resolve(model + ".jsonl"), lines(i -> "{\"question_id\": \"q" + i
                    + "\", \"prompt\": \"ユーザー: 県庁所在地<NL>システム: \", \"text\": \"回答 " + i
                    + "。".repeat(MODELS.indexOf(model)) + "\", \"answer_id\": \"a" + i + "\", \"model_id\": \"example/"
                    + model + "\", \"metadata\": {}}"));
        }
        return directory;
    }

    private static String lines(IntFunction<String> line) {
        return IntStream.rangeClosed(1, MADE_UP_QUESTIONS).mapToObj(line).collect(Collectors.joining("\n"));
    }

    /** Runs these lines behind the first ones' definitions, and returns what they print. */
    private static String run(String script, Path data, Path directory) throws IOException, InterruptedException {
        Path output = directory.resolve("output");
        ProcessBuilder shell = new ProcessBuilder("bash", "-eu", "-c", script).directory(directory.toFile())
                .redirectErrorStream(true).redirectOutput(output.toFile());
        shell.environment().putAll(Map.of("ARENA", ARENA.uri().toString().replaceAll("/$", ""), "PASSWORD",
                PackagedArena.ADMIN_PASSWORD, "DATA", data.toString()));
        Process running = shell.start();
        assertThat(running.waitFor(5, TimeUnit.MINUTES)).isTrue();
        String printed = Files.readString(output);
        assertThat(running.exitValue()).as(printed).isZero();
        return printed;
    }

    @Test
    void sevenModels_areCompared_asTheDocumentSays(@TempDir Path directory) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/curl")), "curl is needed");
        long begin = System.nanoTime();
        List<String> steps = steps();
        assertThat(steps).hasSize(3);
        Path data = data(directory);
        String definitions = steps.get(0).substring(0, steps.get(0).indexOf("\n\n") + 1);
        String made = run(steps.get(0), data, directory);
        String token = made.substring(made.indexOf("/projects/join/") + "/projects/join/".length()).replaceAll("\".*",
                "");

        Crowd crowd = Crowd.existing(ARENA, "rakuda");
        for (int person = 0; person < 3; person++) {
            String cookie = crowd.join(token);
            crowd.work(cookie, (a, b) -> Map.of("overall", a.length() > b.length() ? "A" : "B", "fluency",
                    a.length() > 2 * b.length() ? "A_MUCH" : "TIE"));
        }
        int items = new JsonPath(run(definitions + steps.get(1), data, directory)).getInt("items");
        ARENA.admin().get(crowd.path() + "/progress").then().body("judged", equalTo(2 * items));
        crowd.awaitBoards(2 * items);
        run(definitions + steps.get(2), data, directory);

        String report = Files.readString(directory.resolve("report.html"));
        String board = report.substring(report.indexOf("board-overall"), report.indexOf("board-fluency"));
        assertThat(Pattern.compile("<tr><td").matcher(board).results()).hasSize(MODELS.size());
        assertThat(Files.size(directory.resolve("rakuda.zip"))).isPositive();
        LOG.info("files of " + data + ": " + items + " items judged twice, from the first upload to the report in "
                + (System.nanoTime() - begin) / 1_000_000 + " ms");
    }
}
