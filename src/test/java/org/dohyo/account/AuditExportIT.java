package org.dohyo.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.dohyo.Browsers;
import org.dohyo.Chromium;
import org.dohyo.Looks;
import org.dohyo.support.PostgresResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** The audit trail as a file: entries long ago, more than a page of them, beside those of other tests. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class AuditExportIT {

    private static final Instant LONG_AGO = Instant.parse("2001-02-03T23:59:00Z");
    private static final int ENTRIES = 1_201;
    private static final String DAYS = "from=2001-02-03&to=2001-02-04";

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @Inject
    AuditEntry.Repository entries;

    @Inject
    ObjectMapper json;

    @TestHTTPResource
    URI server;

    private static Response export(String query) {
        return given().auth().preemptive().basic("admin", "a password for the tests")
                .get("/api/admin/audit/export?" + query);
    }

    /** A second apart, so that they lie on both sides of midnight; the first one is hostile to spreadsheets. */
    private void store() {
        QuarkusTransaction.requiringNew().run(() -> {
            entries.delete("at < ?1", Instant.parse("2001-12-31T00:00:00Z"));
            entries.persist(IntStream.range(0, ENTRIES).mapToObj(i -> AuditEntry.of(LONG_AGO.plusSeconds(i), "kim",
                    "change", i == 0 ? "=HYPERLINK(\"http://x\")" : "model:" + i, null,
                    json.createObjectNode().put("name", "Zwei, \"土俵\"\n" + i))));
        });
    }

    private static List<Map<String, String>> csv(String text) throws IOException {
        return new CsvMapper().readerForMapOf(String.class).with(CsvSchema.emptySchema().withHeader())
                .<Map<String, String>> readValues(new StringReader(text)).readAll();
    }

    @Test
    void bothFormats_haveEveryEntryOfTheRange_andAreEntriesThemselves() throws IOException {
        store();
        List<Map<String, String>> rows = csv(export(DAYS).then().statusCode(200)
                .contentType("text/csv").header("Content-Disposition", containsString("dohyo-audit.csv"))
                .header("Cache-Control", "no-store").extract().asString());
        List<JsonNode> lines = new ArrayList<>();
        for (String line : export(DAYS + "&format=jsonl").then().statusCode(200).contentType("application/jsonl")
                .extract().asString().split("\n")) {
            lines.add(json.readTree(line));
        }
        assertThat(rows).hasSize(ENTRIES);
        assertThat(rows.get(0)).containsEntry("subject", "'=HYPERLINK(\"http://x\")").containsEntry("who", "kim")
                .containsEntry("at", LONG_AGO.toString()).containsEntry("before", "");
        assertThat(json.readTree(rows.get(700).get("after")).path("name").asText()).isEqualTo("Zwei, \"土俵\"\n700");
        assertThat(lines).hasSize(ENTRIES).extracting(line -> line.path("id").asText())
                .isEqualTo(rows.stream().map(row -> row.get("id")).toList()).doesNotHaveDuplicates();
        assertThat(lines.get(0).path("subject").asText()).isEqualTo("=HYPERLINK(\"http://x\")");

        given().auth().preemptive().basic("admin", "a password for the tests").get("/api/admin/audit?limit=2").then()
                .body("entries[0].action", equalTo("export")).body("entries[0].who", equalTo("admin"))
                .body("entries[0].after.format", equalTo("jsonl")).body("entries[1].after.format", equalTo("csv"))
                .body("entries[0].after.from", equalTo("2001-02-03"));
    }

    @ParameterizedTest
    @CsvSource({ "from=2001-02-03&to=2001-02-03, 60", "from=2001-02-04&to=2001-02-04, 1141",
            "from=2001-02-03T23:59:10Z&to=2001-02-03T23:59:12Z, 2", "to=2001-02-03&from=, 60",
            "from=2001-02-05&to=2001-02-28, 0" })
    void range_includesItsDays_andEndsBeforeItsTime(String range, int entriesInIt) throws IOException {
        store();
        assertThat(csv(export(range).then().statusCode(200).extract().asString())).hasSize(entriesInIt);
    }

    @ParameterizedTest
    @CsvSource({ "from=yesterday, from", "to=2001-02-30, to", "from=2001-02-03&to=2001-02-02, to",
            "format=xml, format", "from=0001-01-01, from" })
    void nonsense_isRefusedByName(String query, String field) {
        export(query).then().statusCode(400).body("violations.field", hasItem(field));
    }

    @Test
    void desk_hasAFormForIt() throws IOException {
        store();
        Page desk = Browsers.open(CHROMIUM.browser(), server.toString(), "ja", 390, "/desk/sign-in");
        desk.locator("#name").fill("admin");
        desk.locator("#password").fill("a password for the tests");
        desk.locator("form[data-to='/api/session'] button").click();
        desk.waitForURL("**/desk");
        desk.navigate(server.resolve("/desk/audit").toString());
        desk.locator("summary", new Page.LocatorOptions().setHasText("書き出し")).click();
        Looks.checkBoth(desk);
        desk.locator("#from").fill("2001-02-03");
        desk.locator("#to").fill("2001-02-03");
        Download file = desk.waitForDownload(
                () -> desk.locator("form[action='/api/admin/audit/export'] button").click());
        assertThat(file.suggestedFilename()).isEqualTo("dohyo-audit.csv");
        assertThat(csv(Files.readString(file.path()))).hasSize(60);
    }
}
