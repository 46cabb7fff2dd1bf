package org.dohyo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.stream.Stream;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.assertj.core.api.Assertions;
import org.dohyo.dataset.format.VoteFormats;
import org.dohyo.support.PostgresResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.microsoft.playwright.Locator;
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

    @Inject
    DataSource database;

    @Inject
    VoteFormats formats;

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Times in the future stand for a replica that is alive. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "en | 1280 | An import is being read: 12,345 records so far. Cancel the import | An import is being stored: 20,000 of 50,000 votes.",
            "ja | 390  | 取り込むファイルを読んでいます：12,345 件まで。 取り込みを中止 | 取り込みを保存しています：50,000 票中 20,000 票。" })
    void importsUnderWay_areSeenAtOnce(String language, int width, String reading, String storing)
            throws SQLException {
        UUID read = UUID.randomUUID();
        UUID stored = UUID.randomUUID();
        execute("""
                insert into vote_import (id, account, state, read, staged, stored, started_at, seen_at) values
                ('%s', 'other', 'READING', 12345, null, 0, now() + interval '2 hours', now() + interval '1 hour'),
                ('%s', 'other', 'STORING', 50001, 50000, 20000, now() + interval '1 hour', now() + interval '1 hour')"""
                .formatted(read, stored));
        try {
            Page page = Browsers.desk(CHROMIUM.browser(), server.toString(), language, width, "/desk/votes");
            Locator lines = page.locator("#votes-imports p");
            assertThat(lines.first()).hasText(reading);
            assertThat(lines.last()).hasText(storing);
            assertThat(lines.last().locator("progress")).hasAttribute("value", "20000");
            assertThat(lines.last().locator("progress")).isVisible();
            Looks.check(page);
            page.waitForResponse("**/cancel", () -> lines.first().locator("button").click());
            execute("update vote_import set state = 'CANCELLED', ended_at = now() where cancel_asked and id = '%s'"
                    .formatted(read));
            execute("update vote_import set stored = 40000 where id = '%s'".formatted(stored));
            assertThat(lines).hasCount(1);
            assertThat(lines.locator("progress")).hasAttribute("value", "40000");
        } finally {
            execute("delete from vote_import where id in ('%s', '%s')".formatted(read, stored));
        }
    }

    @Test
    void formatAndSource_areSentWithTheFile(@TempDir Path directory) throws IOException, SQLException {
        Page page = Browsers.desk(CHROMIUM.browser(), server.toString(), "en", Looks.DESKTOP, "/desk/votes");
        page.locator("details > summary").first().click();
        assertThat(page.locator("#votes-format option")).hasText(Stream
                .concat(Stream.of("Recognised from its content"), formats.names().stream()).toArray(String[]::new));
        page.locator("#votes-file").setInputFiles(Files.writeString(directory.resolve("votes.jsonl"),
                RECORD.formatted("source", "page-b", "model_a")));
        page.locator("#votes-format").selectOption("sides");
        page.locator("#votes-import button").click();
        assertThat(page.locator("#votes-import .report li")).containsText("question_id");
        page.locator("#votes-format").selectOption("fastchat");
        page.locator("#votes-source").selectOption("judge");
        page.locator("#votes-import button").click();
        assertThat(page.locator("#votes-import .outcome")).containsText("1 new");
        try (Connection connection = database.getConnection();
                ResultSet row = connection.createStatement().executeQuery("""
                        select source from vote join battle on battle.id = battle_id
                        where import_key = 'fastchat:page-source'""")) {
            row.next();
            Assertions.assertThat(row.getString(1)).isEqualTo("JUDGE");
        }
    }

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
