package org.dohyo.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** FastChat's clean_battle files: one JSON array, of which one record at a time is in memory. */
@ApplicationScoped
class FastChatFormat implements ImportFormat {

    private static final int MAX_ERRORS = 100;
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public String name() {
        return "fastchat";
    }

    @Override
    public Result read(InputStream body, Sink sink) throws IOException {
        List<RecordError> errors = new ArrayList<>();
        long records = 0;
        try (JsonParser parser = JSON.getFactory().createParser(body)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                return new Result(0, List.of(new RecordError(0, "the file is not a JSON array")));
            }
            while (errors.size() < MAX_ERRORS && parser.nextToken() != JsonToken.END_ARRAY) {
                records++;
                JsonNode json = parser.readValueAsTree();
                read(records, json, sink, errors);
            }
        } catch (JsonProcessingException e) {
            errors.add(new RecordError(records, "not JSON: " + e.getOriginalMessage()));
        }
        return new Result(records, errors);
    }

    private static void read(long record, JsonNode json, Sink sink, List<RecordError> errors) throws IOException {
        try {
            ImportedVote vote = new FastChatRecord(json).vote();
            if (errors.isEmpty()) {
                sink.accept(record, vote);
            }
        } catch (InvalidRecord e) {
            errors.add(new RecordError(record, e.getMessage()));
        }
    }
}
