package org.dohyo.benchmark.imports;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

import org.dohyo.support.FileFault;
import org.dohyo.support.JsonFault;
import org.dohyo.support.Utf8Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON Lines: one object a line. A list of the objects is read as well. */
final class JsonLines {

    private JsonLines() {
    }

    interface Reader {
        /** @param place the line, or the pointer into a list, as errors name it */
        void read(String place, ObjectNode json);
    }

    /** Reads all lines; one that is no object is wrong, an empty one is none. */
    static void read(InputStream body, ImportSheet sheet, Reader reader) throws IOException {
        BufferedInputStream text = new BufferedInputStream(Utf8Stream.of(body));
        if (ImportJson.first(text) == '[') {
            ImportJson.readList(text, sheet, (place, json) -> object(place, json, sheet, reader));
            return;
        }
        BufferedReader lines = new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8));
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
            object(place, ImportJson.read(line.getBytes(StandardCharsets.UTF_8)), sheet, reader);
        } catch (JsonProcessingException e) {
            FileFault fault = JsonFault.of(e);
            sheet.wrong(place, (words, file) -> fault.in(file));
        }
    }

    private static void object(String place, JsonNode value, ImportSheet sheet, Reader reader) {
        if (value instanceof ObjectNode json) {
            reader.read(place, json);
        } else {
            sheet.wrong(place, BenchmarkFileMessages::noObject);
        }
    }
}
