package org.dohyo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/**
 * A form that only a script can send has no button that works before the script has loaded: the browser would send it
 * itself, with its values, passwords too, in the address.
 */
class FormsTest {

    private static final Pattern FORM = Pattern.compile("<form\\b([^>]*)>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern BUTTON = Pattern.compile("<button\\b([^>]*)>");

    @Test
    void buttonsOfScriptedForms_areDisabledUntilTheScriptLoads() throws IOException {
        assertThat(htmlOf(Path.of("src/main/resources/templates")).flatMap(FormsTest::early)).isEmpty();
    }

    @Test
    void anEarlyButton_isFound() {
        assertThat(early("<form id=\"a\" data-send=\"POST\"><button type=\"submit\">Save</button></form>"))
                .containsExactly(" id=\"a\" data-send=\"POST\": type=\"submit\"");
    }

    private static Stream<String> htmlOf(Path templates) throws IOException {
        try (Stream<Path> files = Files.walk(templates)) {
            List<Path> pages = files.filter(file -> file.toString().endsWith(".html")).toList();
            assertThat(pages).hasSizeGreaterThan(20);
            return pages.stream().map(FormsTest::read);
        }
    }

    /** The form and the button of each button that could send a scripted form before its script has loaded. */
    private static Stream<String> early(String html) {
        return FORM.matcher(html).results()
                .filter(form -> !form.group(1).contains(" action=") && !form.group(1).contains("method=\"dialog\""))
                .flatMap(form -> BUTTON.matcher(form.group(2)).results().map(button -> button.group(1))
                        .filter(button -> !button.contains(" disabled") && !button.contains(" hidden"))
                        .map(button -> form.group(1) + ":" + button));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
