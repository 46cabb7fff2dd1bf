package org.dohyo.web.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import io.quarkus.qute.Engine;

/** Every address in a template is below the public path: as it stands, or completed by the scripts of lib. */
class PrefixedTemplatesTest {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    /** Attributes that the page's scripts hand to lib, which adds the path, and a path that names a page as such. */
    private static final Set<String> COMPLETED = Set.of("data-to", "data-then", "data-events");
    private static final Pattern ATTRIBUTE = Pattern.compile("\\s([a-zA-Z:-]+)=\"([^\"]*)\"");
    /** Attributes by which HTML knows further addresses. None may be used before the hook knows it too. */
    private static final Set<String> UNKNOWN = Set.of("srcset", "imagesrcset", "poster", "data", "formaction", "cite",
            "ping", "background", "manifest", "xlink:href", "style");

    private static PrefixedTemplates hook(String home) {
        return new PrefixedTemplates(new PublicPath(() -> Optional.of(home)));
    }

    @TestFactory
    Stream<DynamicTest> everyAddressIsBelowThePath() throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            return files.filter(Files::isRegularFile).sorted().toList().stream()
                    .map(file -> DynamicTest.dynamicTest(TEMPLATES.relativize(file).toString(), () -> check(file)));
        }
    }

    private static void check(Path file) throws IOException {
        String text = hook("https://example.org/arena").prefixed(Files.readString(file));
        List<Attribute> attributes = ATTRIBUTE.matcher(text).results().map(Attribute::of).toList();
        assertThat(attributes).map(Attribute::name).doesNotContainAnyElementsOf(UNKNOWN);
        assertThat(attributes).filteredOn(one -> one.value.startsWith("/") && !COMPLETED.contains(one.name))
                .allMatch(one -> one.value.startsWith("/arena"));
        assertThat(attributes).filteredOn(one -> Set.of("href", "src", "action").contains(one.name))
                .allMatch(one -> one.value.matches("/arena[/{].*|https://.*|[?#].*"), "leads below the path or away");
        // What other quotes hide would be left as it is.
        assertThat(text).doesNotContainPattern("\\s(?:href|src|action)=(?!\")");
    }

    private record Attribute(String name, String value) {

        static Attribute of(MatchResult match) {
            return new Attribute(match.group(1), match.group(2));
        }
    }

    @Test
    void aPageNamesThePathToItsScripts_andMapsThePartsOfBundles() {
        String page = render("https://example.org/arena");
        assertThat(page).isEqualTo("<html data-home=\"/arena\" lang=\"en\">\n<head>"
                + "<script type=\"importmap\">{\"imports\":{\"/static/bundle/\":\"/arena/static/bundle/\"}}</script>"
                + "<script src=\"/arena/static/bundle/x.js\"></script></head><a href=\"/arena/me\">/me</a>"
                + "<a href=\"https://other.org/\">x</a><a href=\"?a\">y</a></html>");
    }

    @Test
    void withoutAPath_aPageIsAsItIsWritten() {
        assertThat(render("https://example.org/")).isEqualTo("<html lang=\"en\">\n<head>"
                + "<script src=\"/static/bundle/x.js\"></script></head><a href=\"/me\">/me</a>"
                + "<a href=\"https://other.org/\">x</a><a href=\"?a\">y</a></html>");
    }

    private static String render(String home) {
        return Engine.builder().addDefaults().addParserHook(hook(home)).build()
                .parse("<html lang=\"en\">\n<head><script src=\"{script}\"></script></head><a href=\"/me\">/me</a>"
                        + "<a href=\"https://other.org/\">x</a><a href=\"?a\">y</a></html>")
                .data("script", "/static/bundle/x.js").render();
    }
}
