package org.dohyo.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.dohyo.provider.OpenAiServer.Script;
import org.dohyo.provider.ProviderError.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * Responses as servers really send them, one row a case: each file below {@code provider/streams} is one, with its
 * status and headers before the first empty line. Bodies for Bedrock are lines of an event's type and its JSON. A body
 * in OpenAI's form is tried twice, as such and as what a SageMaker container streams.
 */
class StreamsOfServersTest extends ProviderSuite {

    private static final Pattern ENDING = Pattern.compile("([A-Z_a-z]+)(?:@(\\d+))?(?:: (.*))?");
    private static final String RESET = "(connection reset at the end)";

    private record Response(int status, String[] head, byte[] body) {

        static Response of(String file) throws IOException {
            try (InputStream in = StreamsOfServersTest.class.getResourceAsStream("/provider/streams/" + file + ".txt")) {
                byte[] all = Objects.requireNonNull(in, file).readAllBytes();
                int end = new String(all, StandardCharsets.ISO_8859_1).indexOf("\n\n");
                String[] head = new String(all, 0, end, StandardCharsets.UTF_8).split("\n");
                return new Response(Integer.parseInt(head[0].substring("HTTP ".length())), head,
                        Arrays.copyOfRange(all, end + 2, all.length));
            }
        }

        Script script(byte[] sent, String type) {
            Script script = Script.status(status);
            for (String line : head) {
                String[] header = line.split(": ", 2);
                if (header.length == 2 && !header[0].equals("Content-Type")) {
                    script.header(header[0], header[1]);
                } else if (header.length == 2 && !header[1].equals("None")) {
                    script.header("Content-Type", type == null ? header[1] : type);
                }
            }
            script.send(sent);
            return Arrays.asList(head).contains(RESET) ? script.pause(Duration.ofMillis(50)).cut() : script;
        }

        boolean framed() {
            return Arrays.stream(head).anyMatch(line -> line.contains("vnd.amazon.eventstream"));
        }

        byte[] frames() {
            return Wire.join(new String(body, StandardCharsets.UTF_8).lines().map(line -> line.split(" ", 2))
                    .map(event -> Frames.event(event[0], event[1])).toArray(byte[][]::new));
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvFileSource(resources = "/provider/streams.csv", delimiter = '|', numLinesToSkip = 1,
            ignoreLeadingAndTrailingWhitespace = true)
    void ends(String file, Wire wire, String ending, String text, String reasoning) throws IOException {
        Response response = Response.of(file);
        byte[] sent = response.framed() ? response.frames() : response.body();
        if (wire == Wire.SAGEMAKER_TGI) {
            check(wire, response.script(Wire.part(sent), "application/vnd.amazon.eventstream"), ending, text,
                    reasoning);
        } else {
            check(wire, response.script(sent, null), ending, text, reasoning);
        }
        if (wire == Wire.OPENAI && response.status() == 200 && !file.startsWith("gzip")) {
            check(Wire.SAGEMAKER, response.script(Wire.part(sent), "application/vnd.amazon.eventstream"), ending, text,
                    reasoning);
        }
    }

    private void check(Wire wire, Script script, String ending, String text, String reasoning) {
        RecordedAnswer answer = ask(wire, script);
        await().atMost(Duration.ofSeconds(20)).until(() -> answer.endings() > 0);
        Matcher expected = ENDING.matcher(ending);
        assertThat(expected.matches()).isTrue();
        if (answer.completed()) {
            assertThat(answer.completion().finishReason().label()).isEqualTo(ending);
        } else {
            ProviderError error = answer.failure();
            assertThat(error.kind()).as(error.detail()).isEqualTo(Kind.valueOf(expected.group(1)));
            assertThat(error.retryAfterSeconds())
                    .isEqualTo(expected.group(2) == null ? null : Integer.valueOf(expected.group(2)));
            assertThat(error.detail()).contains(Objects.requireNonNullElse(expected.group(3), "")).doesNotContain("\0");
        }
        assertThat(answer.said()).isEqualTo(unescaped(text));
        assertThat(answer.thought()).isEqualTo(unescaped(reasoning));
    }

    private static String unescaped(String text) {
        return text == null ? "" : text.translateEscapes();
    }
}
