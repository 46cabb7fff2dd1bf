package org.dohyo.project.content;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

import org.dohyo.benchmark.imports.CsvRows;
import org.dohyo.support.JsonFault;
import org.dohyo.support.NotUtf8Exception;
import org.dohyo.support.Utf8Stream;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Reads an uploaded file record by record: JSON Lines, a JSON array, CSV with a head, or a text with a prompt a line.
 */
public final class ContentFile {

    private static final int MOST_BLANK = 8192;
    private static final ObjectReader LINE = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build().reader();
    private static final ObjectReader ELEMENT = LINE.without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final InputStream body;
    private final UploadSheet sheet;
    private final Taker taker;

    public ContentFile(InputStream body, UploadSheet sheet, Taker taker) {
        this.body = body;
        this.sheet = sheet;
        this.taker = taker;
    }

    /** Takes one record after another. */
    public interface Taker {
        void take(ObjectNode json) throws InvalidRecordException;
    }

    /** @throws IOException if the body can't be read; invalid content is on the sheet */
    public void read(UploadFormat format) throws IOException {
        try {
            switch (format) {
                case JSON -> json();
                case CSV -> csv();
                case TEXT -> text();
            }
        } catch (NotUtf8Exception e) {
            sheet.unreadable(e.fault());
        } catch (JsonProcessingException e) {
            sheet.unreadable(JsonFault.of(e));
        }
    }

    private void json() throws IOException {
        BufferedInputStream text = new BufferedInputStream(Utf8Stream.of(body), 1 << 16);
        text.mark(MOST_BLANK);
        int first = text.read();
        for (int i = 1; i < MOST_BLANK && Character.isWhitespace(first); i++) {
            first = text.read();
        }
        text.reset();
        if (first == '[') {
            array(text);
        } else {
            lines(text);
        }
    }

    private void array(InputStream text) throws IOException {
        try (JsonParser parser = ELEMENT.createParser(text)) {
            parser.nextToken();
            while (!sheet.isHopeless() && parser.nextToken() != JsonToken.END_ARRAY) {
                sheet.begin();
                take(ELEMENT.readTree(parser));
            }
        }
    }

    private void lines(InputStream text) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null && !sheet.isHopeless(); line = lines.readLine()) {
            if (!line.isBlank()) {
                sheet.begin();
                line(line);
            }
        }
    }

    private void line(String line) throws IOException {
        try {
            take(LINE.readTree(line));
        } catch (JsonProcessingException e) {
            sheet.unreadable(JsonFault.of(e));
        }
    }

    private void csv() throws IOException {
        Table table = new Table();
        CsvRows.read(body, table::row);
    }

    /** The first row names the cells of the others. */
    private final class Table {

        private List<String> head;
        private boolean sound;

        void row(CsvRows.Row row) {
            if (head == null) {
                head = row.cells();
                sound = Set.copyOf(head).size() == head.size();
                if (!sound) {
                    sheet.wrong(UploadMessages::columnTwice);
                }
            } else if (sound && !sheet.isHopeless()) {
                sheet.begin();
                record(row.cells());
            }
        }

        private void record(List<String> cells) {
            if (cells.size() != head.size()) {
                int named = head.size();
                sheet.wrong(words -> words.cellCount(cells.size(), named));
                return;
            }
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            for (int i = 0; i < head.size(); i++) {
                json.put(head.get(i), cells.get(i));
            }
            take(json);
        }
    }

    private void text() throws IOException {
        BufferedReader lines = new BufferedReader(
                new InputStreamReader(Utf8Stream.of(body), StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null && !sheet.isHopeless(); line = lines.readLine()) {
            if (!line.isBlank()) {
                sheet.begin();
                take(JsonNodeFactory.instance.objectNode().put("id", sheet.records()).put("prompt", line.strip()));
            }
        }
    }

    private void take(JsonNode json) {
        if (!(json instanceof ObjectNode object)) {
            sheet.wrong(UploadMessages::noObject);
            return;
        }
        try {
            taker.take(object);
        } catch (InvalidRecordException e) {
            sheet.wrong(e.reason());
        }
    }
}
