package org.dohyo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.sun.net.httpserver.HttpServer;

import picocli.CommandLine;

/** The commands in this process, against a server that answers as an arena would. */
class CommandsTest {

    @TempDir
    Path directory;

    private final List<String> requests = new ArrayList<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private HttpServer server;
    private int status = 200;
    private String answer = "{}";

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Content-Type") + " " + body);
            byte[] content = answer.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/problem+json");
            exchange.sendResponseHeaders(status, content.length);
            exchange.getResponseBody().write(content);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void end() {
        server.stop(0);
    }

    private int run(String... arguments) {
        CommandLine line = Commands.line();
        return line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(arguments);
    }

    private String[] importing(Path file, String... more) {
        List<String> arguments = new ArrayList<>(List.of("import", file.toString(), "--token", "dohyo_t", "--url",
                "http://127.0.0.1:" + server.getAddress().getPort()));
        arguments.addAll(List.of(more));
        return arguments.toArray(String[]::new);
    }

    private Path file(String content) throws IOException {
        return Files.writeString(directory.resolve("votes.jsonl"), content);
    }

    @ParameterizedTest
    @ValueSource(strings = { "imprt", "start", "help", "models.yaml", "--verison", "--hlep", "-x",
            "-Dquarkus.http.port=8081" })
    void mistypedCommandOrOption_isRefusedByItsUsage(String word) {
        assertThat(run(word)).isEqualTo(2);
        assertThat(err.toString()).contains("'" + word + "'", "Usage: dohyo", "before -jar")
                .doesNotContain("Exception");
        assertThat(out.toString()).isEmpty();
        assertThat(run(word, "x")).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({ "--version, dohyo ", "-V, dohyo ", "--help, Usage: dohyo", "-h, Usage: dohyo" })
    void versionAndUsage_arePrinted(String option, String begin) {
        assertThat(run(option)).isZero();
        assertThat(out.toString()).startsWith(begin.strip());
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void import_sendsTheFile_andPrintsTheReport() throws IOException {
        answer = """
                {"format":"fastchat","read":4,"imported":1,"duplicates":1,"skipped":2,
                 "errors":[{"record":2,"field":"winner","reason":"is unknown"},{"record":3,"reason":"is no object"}],
                 "conflicts":[{"record":4,"reason":"has another winner"}]}""";
        assertThat(run(importing(file("{}\n"), "--format", "fastchat", "--source", "judge", "--skip-invalid")))
                .isZero();
        assertThat(requests)
                .containsExactly("POST /api/admin/votes/import?format=fastchat&source=judge&skipInvalid=true "
                        + "application/octet-stream {}\n");
        assertThat(out.toString()).isEqualToNormalizingNewlines("""
                read: 4, imported: 1, duplicates: 1, skipped: 2
                record 2 winner: is unknown
                record 3: is no object
                record 4: has another winner
                """);
    }

    @Test
    void refusedImport_namesTheRecords() throws IOException {
        status = 422;
        answer = """
                {"detail":"Nothing was stored: 1 record can't be imported",
                 "errors":[{"record":1,"field":"winner","reason":"is unknown"},{"record":0,"reason":"the file is cut off"}]}""";
        assertThat(run(importing(file("{}")))).isEqualTo(1);
        assertThat(requests)
                .containsExactly("POST /api/admin/votes/import?skipInvalid=false application/octet-stream {}");
        assertThat(err.toString()).isEqualToNormalizingNewlines("""
                Nothing was stored: 1 record can't be imported
                record 1 winner: is unknown
                the file: the file is cut off
                """);
    }

    @Test
    void importOfNoFile_isRefusedBeforeACall() {
        assertThat(run(importing(directory.resolve("missing.csv")))).isEqualTo(1);
        assertThat(err.toString().strip())
                .isEqualTo("The file " + directory.resolve("missing.csv") + " can't be read.");
        assertThat(requests).isEmpty();
    }
}
