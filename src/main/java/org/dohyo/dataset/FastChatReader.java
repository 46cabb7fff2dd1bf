package org.dohyo.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Reads FastChat's clean_battle array record by record; at no time is more than one record in memory. */
final class FastChatReader {

    private static final int MAX_ERRORS = 100;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<RecordError> errors = new ArrayList<>();
    private long read;

    /** Takes what is read on; {@code record} counts from 1. */
    interface Sink {
        void accept(long record, ImportedVote vote) throws IOException;
    }

    /** Reads on after an error, up to 100 of them, so that a file can be mended in one go; the sink gets no more. */
    void read(InputStream body, Sink sink) throws IOException {
        try (JsonParser parser = JSON.getFactory().createParser(body)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                errors.add(new RecordError(0, "the file is not a JSON array"));
                return;
            }
            while (errors.size() < MAX_ERRORS && parser.nextToken() != JsonToken.END_ARRAY) {
                read++;
                JsonNode json = parser.readValueAsTree();
                one(json, sink);
            }
        } catch (JsonProcessingException e) {
            errors.add(new RecordError(read, "not JSON: " + e.getOriginalMessage()));
        }
    }

    private void one(JsonNode json, Sink sink) throws IOException {
        try {
            ImportedVote vote = new FastChatRecord(json).vote();
            if (errors.isEmpty()) {
                sink.accept(read, vote);
            }
        } catch (InvalidRecord e) {
            errors.add(new RecordError(read, e.getMessage()));
        }
    }

    long recordsRead() {
        return read;
    }

    List<RecordError> errors() {
        return List.copyOf(errors);
    }
}
