package org.dohyo.dataset.file;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.dohyo.dataset.format.Fields;
import org.dohyo.dataset.format.NotNumbers;
import org.dohyo.dataset.format.VoteFileMessages;
import org.dohyo.support.JsonFault;
import org.dohyo.support.NotUtf8Exception;
import org.dohyo.support.Utf8Stream;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;

/**
 * A file of records: a JSON array, JSON Lines, or CSV with a head, in UTF-8, or Parquet, and perhaps packed. One record
 * at a time is in memory.
 */
public final class VoteFile {

    private static final ObjectReader JSON = JsonMapper.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY).build().reader();
    private static final ObjectReader LINE = JSON.with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final ObjectReader CSV = CsvMapper.builder().enable(CsvParser.Feature.WRAP_AS_ARRAY)
            .enable(CsvParser.Feature.SKIP_EMPTY_LINES).build().readerForListOf(String.class);

    private static final int NOTHING = -1;

    private final InputStream start;
    private final RecordBound file;
    private final RecordSheet sheet;

    private VoteFile(InputStream start, RecordSheet sheet) {
        this.start = start;
        this.file = new RecordBound(start);
        this.sheet = sheet;
    }

    /**
     * Reads a file record by record. After an invalid record it reads on, so that a file can be corrected in one go; it
     * passes more votes to the sink only if invalid records are to be left out.
     *
     * @throws FileTooLarge if it unpacks to too much
     * @throws IOException if the body can't be read or the sink fails; invalid content is in the result
     */
    public static ReadFile read(InputStream body, Reading reading, VoteSink sink) throws IOException {
        RecordSheet sheet = new RecordSheet(reading, sink);
        read(body, sheet);
        return sheet.result();
    }

    private static void read(InputStream body, RecordSheet sheet) throws IOException {
        try {
            BufferedInputStream file = Unpacked.of(body);
            if (ParquetVotes.begin(file)) {
                ParquetVotes.read(file, sheet);
                return;
            }
            VoteFile votes = new VoteFile(new BufferedInputStream(Utf8Stream.of(file), 1 << 16), sheet);
            switch (votes.first()) {
                case '[' -> votes.array();
                case '{' -> votes.lines();
                case NOTHING -> sheet.broken(VoteFileMessages::emptyFile);
                default -> votes.csv();
            }
        } catch (UnreadableFile e) {
            sheet.broken(e.reason());
        } catch (NotUtf8Exception e) {
            sheet.unreadableFile(e.fault());
        } catch (JsonProcessingException e) {
            sheet.unreadableFile(JsonFault.of(e));
        }
    }

    /** Says why a row of CSV can't be read: the library wraps every fault, those of the transport too. */
    private static IOException unwrapped(IOException fault) {
        return fault instanceof JsonProcessingException && fault.getCause() instanceof IOException cause
                ? unwrapped(cause)
                : fault;
    }

    /** The first character that is no space, which stays to be read; {@link #NOTHING} if there is none. */
    private int first() throws IOException {
        int one;
        do {
            start.mark(1);
            one = start.read();
        } while (one >= 0 && Character.isWhitespace(one));
        start.reset();
        return one;
    }

    private void array() throws IOException {
        try (JsonParser parser = JSON.getFactory().createParser(file)) {
            parser.nextToken();
            while (!sheet.hopeless() && parser.nextToken() != JsonToken.END_ARRAY) {
                element(parser);
            }
            if (!sheet.hopeless() && parser.nextToken() != null) {
                sheet.broken(VoteFileMessages::trailing);
            }
        }
    }

    private void begin() {
        sheet.begin();
        file.begin();
    }

    private void element(JsonParser parser) throws IOException {
        begin();
        JsonNode json;
        try {
            json = JSON.readTree(parser);
        } catch (MismatchedInputException e) {
            // It has a field twice; the parser stands within it.
            while (!parser.getParsingContext().inArray() || !parser.getParsingContext().getParent().inRoot()) {
                parser.nextToken();
            }
            sheet.unreadable(JsonFault.of(e));
            return;
        }
        sheet.record(NotNumbers.asNull(json), true);
    }

    private void lines() throws IOException {
        BufferedReader text = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
        for (String line = line(text); line != null && !sheet.hopeless(); line = line(text)) {
            if (line.isBlank()) {
                continue;
            }
            begin();
            try {
                JsonNode json = LINE.readTree(line);
                if (sheet.records() == 1 && !sheet.fits(json, true)) {
                    String names = Fields.names(json);
                    sheet.brokenAll(words -> names.isEmpty() ? words.unknownFile() : words.unknownLine(names));
                    return;
                }
                sheet.record(NotNumbers.asNull(json), true);
            } catch (JsonProcessingException e) {
                if (sheet.records() == 1 && !(e instanceof MismatchedInputException)) {
                    sheet.brokenAll(VoteFileMessages::unknownFile);
                    return;
                }
                if (e instanceof StreamReadException && last(text) && !file.endsWithLine()) {
                    sheet.unreadableFile(JsonFault.of(e));
                } else {
                    sheet.unreadable(JsonFault.of(e));
                }
            }
        }
    }

    /** Null after the last line. One that can't be read to its end has begun. */
    private String line(BufferedReader text) throws IOException {
        try {
            return text.readLine();
        } catch (UnreadableFile e) {
            begin();
            throw e;
        }
    }

    /** True if nothing follows the line that was read. */
    private static boolean last(BufferedReader text) throws IOException {
        // A carriage return may have ended the line, so that its line feed is skipped first.
        text.mark(2);
        boolean none = text.read() < 0;
        text.reset();
        return none;
    }

    private void csv() throws IOException {
        try (MappingIterator<List<String>> rows = CSV.readValues(file)) {
            List<String> heads = head(rows);
            if (heads.stream().distinct().count() < heads.size()) {
                sheet.broken(VoteFileMessages::columnTwice);
                return;
            }
            CsvRecords records = new CsvRecords(heads);
            List<String> cells = next(rows);
            JsonNode first = records.first(cells == null ? List.of() : cells);
            if (!sheet.fits(first, records.timed())) {
                String names = Fields.names(first);
                sheet.broken(words -> names.isEmpty() ? words.unknownFile() : words.unknownHead(names));
                return;
            }
            while (!sheet.hopeless() && cells != null) {
                begin();
                row(records, cells, heads.size());
                cells = next(rows);
            }
        }
    }

    private static List<String> head(MappingIterator<List<String>> rows) throws IOException {
        try {
            return rows.hasNextValue() ? rows.nextValue() : List.of();
        } catch (JsonProcessingException e) {
            throw unwrapped(e);
        }
    }

    /** Null after the last row. A row that can't be read has begun. */
    private List<String> next(MappingIterator<List<String>> rows) throws IOException {
        try {
            return rows.hasNextValue() ? rows.nextValue() : null;
        } catch (IOException e) {
            begin();
            throw unwrapped(e);
        }
    }

    private void row(CsvRecords records, List<String> cells, int columns) throws IOException {
        if (cells.size() == columns) {
            sheet.record(records.record(cells), records.timed());
            return;
        }
        int count = cells.size();
        if (count < columns && file.ended() && !file.endsWithLine()) {
            sheet.broken(words -> words.cellCount(count, columns));
        } else {
            sheet.wrong(words -> words.cellCount(count, columns));
        }
    }
}
