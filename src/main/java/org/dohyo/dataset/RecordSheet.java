package org.dohyo.dataset;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/** Counts the records of a file while it is read, passes on their votes, and collects what is wrong. */
final class RecordSheet {

    private static final int MOST_ERRORS = 100;
    /** A report of more is no help to anyone. */
    private static final int MOST_LEFT_OUT = 10_000;

    private final boolean skipInvalid;
    private final Instant now;
    private final ImportFormat.Sink sink;
    private final List<RecordError> errors = new ArrayList<>();
    private final List<RecordError> leftOut = new ArrayList<>();
    private long records;
    private long votes;
    private long skipped;

    /** @param now the time of votes whose file has none */
    RecordSheet(boolean skipInvalid, Instant now, ImportFormat.Sink sink) {
        this.skipInvalid = skipInvalid;
        this.now = now;
        this.sink = sink;
    }

    /** A record begins; it is then given by {@link #record} or {@link #wrong}. */
    void begin() {
        records++;
    }

    /** @param timed false for a file without a column of times */
    void record(JsonNode json, boolean timed) throws IOException {
        try {
            List<ImportedVote> read = OpenWebUiRecord.fits(json) ? new OpenWebUiRecord(json).votes()
                    : List.of(new FastChatRecord(json, timed ? null : now).vote());
            if (errors.isEmpty()) {
                for (ImportedVote vote : read) {
                    sink.accept(records, vote);
                    votes++;
                }
            }
        } catch (InvalidRecord.NoVote e) {
            leaveOut(e.getMessage());
        } catch (InvalidRecord e) {
            wrong(e.getMessage());
        }
    }

    /** The record can't be read, or says nothing that can be imported. */
    void wrong(String reason) {
        if (skipInvalid) {
            leaveOut(reason);
        } else {
            errors.add(new RecordError(records, reason));
        }
    }

    private void leaveOut(String reason) {
        skipped++;
        if (leftOut.size() < MOST_LEFT_OUT) {
            leftOut.add(new RecordError(records, reason));
        }
    }

    /** The file can't be read on from the record that has begun; from none it can't be read at all. */
    void broken(String reason) {
        errors.add(new RecordError(records, reason));
    }

    /** The first record shows that the file is of another kind. */
    void brokenAll(String reason) {
        records = 0;
        broken(reason);
    }

    long records() {
        return records;
    }

    /** True once there are so many errors that reading on is no use. */
    boolean hopeless() {
        return errors.size() >= MOST_ERRORS;
    }

    ImportFormat.Result result() {
        return new ImportFormat.Result(records, votes, skipped, leftOut, errors);
    }
}
