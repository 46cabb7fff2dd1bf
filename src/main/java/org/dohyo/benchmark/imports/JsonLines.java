package org.dohyo.benchmark.imports;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

import org.dohyo.support.JsonFault;
import org.dohyo.support.Utf8Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON Lines: one object a line. */
final class JsonLines {

    private JsonLines() {
    }

    interface Reader {
        /** @param place the line, as errors name it */
        void read(String place, ObjectNode json);
    }

    /** Reads all lines; one that is no object is wrong, an empty one is none. */
    static void read(InputStream body, ImportSheet sheet, Reader reader) throws IOException {
        BufferedReader lines = new BufferedReader(
                new InputStreamReader(Utf8Stream.of(body), StandardCharsets.UTF_8));
        int number = 0;
        for (String line = lines.readLine(); line != null && !sheet.hopeless(); line = lines.readLine()) {
            number++;
            if (!line.isBlank()) {
                read("line " + number, line, sheet, reader);
            }
        }
    }

    private static void read(String place, String line, ImportSheet sheet, Reader reader) throws IOException {
        try {
            if (ImportJson.read(line.getBytes(StandardCharsets.UTF_8)) instanceof ObjectNode json) {
                reader.read(place, json);
            } else {
                sheet.wrong(place, "is no JSON object");
            }
        } catch (JsonProcessingException e) {
            sheet.wrong(place, JsonFault.reason(e));
        }
    }
}
