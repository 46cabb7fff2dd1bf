package org.dohyo.benchmark.imports;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Results of Stanford's HELM, in one of these forms: a run {@code {"run_spec": …, "stats": …}} made of the two files of
 * its directory; a list of such runs; a zip of directories with {@code run_spec.json} and {@code stats.json} in each; a
 * table, or the list of tables, that {@code helm-summarize} writes for a group of scenarios.
 */
final class HelmImport {

    private static final int ZIP = 0x504b;

    private HelmImport() {
    }

    static void read(InputStream body, ImportSheet sheet) throws IOException {
        InputStream file = new BufferedInputStream(body);
        file.mark(2);
        int first = file.read() << 8 | file.read();
        file.reset();
        if (first == ZIP) {
            HelmZip.read(file, sheet);
            return;
        }
        JsonNode json = ImportJson.read(file);
        if (json.isArray()) {
            for (int i = 0; i < json.size() && !sheet.hopeless(); i++) {
                part(json.get(i), "/" + i, sheet);
            }
        } else {
            part(json, "", sheet);
        }
    }

    private static void part(JsonNode json, String place, ImportSheet sheet) {
        if (json.has("run_spec") || json.has("stats")) {
            HelmRun.read(json.path("run_spec"), json.path("stats"), place + "/run_spec", place + "/stats", sheet);
        } else if (json.has("header") && json.has("rows")) {
            HelmTable.read(json, place, sheet);
        } else {
            sheet.wrong(place, BenchmarkFileMessages::unknownPart);
        }
    }
}
