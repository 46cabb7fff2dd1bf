package org.dohyo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

import org.dohyo.support.PostgresResource;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.microsoft.playwright.Page;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

/** An admin imports a file of votes at the desk, and reads what was left out of it. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class VoteImportPageIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final String RECORD = """
            {"question_id":"page-%s","model_a":"page-a","model_b":"%s","winner":"%s","tstamp":1}""";

    @TestHTTPResource
    URI server;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "en | File: votes.jsonl | Record 2, winner: unknown winner: nobody | 1 left out | Record 3: has the same id as record 1",
            "ja | ファイル：votes.jsonl | 記録 2：winner の値が不明です：nobody | 除外した記録 1 件 | 記録 3：1 件目と同じ ID" })
    void wrongRecords_refuseTheFile_orAreLeftOutAndListed(String language, String file, String wrong, String left,
            String conflict,
            @TempDir Path directory) throws IOException {
        Page page = Browsers.desk(CHROMIUM.browser(), server.toString(), language, Looks.DESKTOP, "/desk/votes");
        page.locator("details > summary").first().click();
        page.locator("#votes-file").setInputFiles(Files.writeString(directory.resolve("votes.jsonl"),
                String.join("\n", RECORD.formatted(language, "page-b", "model_a"),
                        RECORD.formatted(language + 2, "page-b", "nobody"),
                        RECORD.formatted(language, "page-b", "model_b"))));
        page.locator("#votes-import button").click();
        assertThat(page.locator("#votes-import .report li")).hasText(wrong);
        assertThat(page.locator("#votes-import .reported")).hasText(file);
        assertThat(page.locator("#votes-import .outcome.error")).isVisible();
        page.locator("#votes-skip-invalid").check();
        page.locator("#votes-import button").click();
        assertThat(page.locator("#votes-import .outcome")).containsText(left);
        assertThat(page.locator("#votes-import .report li")).hasCount(2);
        assertThat(page.locator("#votes-import .report li").last()).containsText(conflict);
        assertThat(page.locator("#votes-import progress")).isHidden();
        Looks.check(page);
    }
}
