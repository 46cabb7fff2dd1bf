package org.dohyo.dataset.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.dohyo.dataset.format.Comparison;
import org.dohyo.dataset.format.Fields;
import org.dohyo.dataset.format.InvalidRecord;
import org.dohyo.dataset.format.Reason;
import org.dohyo.dataset.format.Slug;
import org.dohyo.dataset.format.VoteFormat;
import org.dohyo.model.ModelLimit;
import org.dohyo.support.FileFault;

import com.fasterxml.jackson.databind.JsonNode;

/** Counts the records of a file while it is read, passes on their comparisons, and collects what is wrong. */
final class RecordSheet {

    private static final int MOST_ERRORS = 100;
    /** A report of more is no help to anyone. */
    private static final int MOST_LEFT_OUT = 10_000;

    /** A few bytes of some formats stand for many votes: a file's are bounded, by this and by its records. */
    private static final int MOST_VOTES = 1_000_000;
    private static final int MOST_PER_RECORD = 10;

    private final Reading reading;
    private final VoteSink sink;
    private final List<RecordFault> errors = new ArrayList<>();
    private final List<RecordFault> leftOut = new ArrayList<>();
    private final Map<String, String> models = new HashMap<>();
    private VoteFormat format;
    private long records;
    private long votes;
    private long skipped;
    private boolean hopeless;

    RecordSheet(Reading reading, VoteSink sink) {
        this.reading = reading;
        this.sink = sink;
        format = reading.named();
    }

    /** A record begins; it is then given by {@link #record} or {@link #wrong}. */
    void begin() {
        records++;
    }

    /**
     * Chooses the format by the first record, unless it is named.
     *
     * @return false if the file is in no known format, or not in the one that was named
     */
    boolean fits(JsonNode first, boolean timed) {
        Fields fields = fields(first, timed);
        if (format == null) {
            format = reading.formats().of(fields).orElse(null);
            return format != null;
        }
        return format.fits(fields);
    }

    private Fields fields(JsonNode json, boolean timed) {
        return new Fields(json, reading.now(), timed);
    }

    /** @param timed false for a file without a column of times */
    void record(JsonNode json, boolean timed) throws IOException {
        if (format == null && !fits(json, timed)) {
            unknown(json);
            return;
        }
        try {
            List<Comparison> read = format.comparisons(fields(json, timed));
            addModels(read);
            if (errors.isEmpty()) {
                for (Comparison comparison : read) {
                    requireFew();
                    sink.accept(records, reading.source() == null ? comparison : comparison.from(reading.source()));
                    votes++;
                }
            }
        } catch (InvalidRecord.NoVote e) {
            leaveOut(fault(e.field(), e.reason()));
        } catch (InvalidRecord e) {
            wrong(fault(e.field(), e.reason()));
        }
    }

    /** All models of a record, or none of them. */
    private void addModels(List<Comparison> read) throws InvalidRecord {
        if (allKnown(read)) {
            return;
        }
        Map<String, String> fresh = new HashMap<>();
        read.stream().flatMap(comparison -> Stream.of(comparison.modelA(), comparison.modelB()))
                .filter(name -> !models.containsKey(Slug.of(name)))
                .forEach(name -> fresh.putIfAbsent(Slug.of(name), name));
        if (models.size() + fresh.size() > ModelLimit.MOST) {
            throw new InvalidRecord(null, words -> words.manyModels(ModelLimit.MOST));
        }
        models.putAll(fresh);
    }

    private boolean allKnown(List<Comparison> read) {
        for (Comparison comparison : read) {
            if (!models.containsKey(Slug.of(comparison.modelA()))
                    || !models.containsKey(Slug.of(comparison.modelB()))) {
                return false;
            }
        }
        return true;
    }

    private void requireFew() throws UnreadableFile {
        if (votes >= MOST_VOTES + MOST_PER_RECORD * records) {
            throw new UnreadableFile(words -> words.manyVotes(MOST_VOTES, MOST_PER_RECORD));
        }
    }

    private RecordFault fault(String field, Reason reason) {
        return new RecordFault(records, field, (words, file) -> reason.in(words));
    }

    /** The record says nothing that can be imported. */
    void wrong(Reason reason) {
        wrong(fault(null, reason));
    }

    /** The record can't be read. */
    void unreadable(FileFault fault) {
        wrong(new RecordFault(records, null, (words, file) -> fault.in(file)));
    }

    private void wrong(RecordFault fault) {
        if (reading.skipInvalid()) {
            leaveOut(fault);
        } else {
            errors.add(fault);
        }
    }

    private void leaveOut(RecordFault fault) {
        skipped++;
        if (leftOut.size() < MOST_LEFT_OUT) {
            leftOut.add(fault);
        }
    }

    /** The file can't be read on from the record that has begun; from none it can't be read at all. */
    void broken(Reason reason) {
        errors.add(fault(null, reason));
    }

    /** As {@link #broken}, for a fault of the text. */
    void unreadableFile(FileFault fault) {
        errors.add(new RecordFault(records, null, (words, file) -> words.theFile(fault.in(file))));
    }

    /** The first record shows that the file is of another kind. */
    void brokenAll(Reason reason) {
        records = 0;
        broken(reason);
    }

    /** The first record is of no known format, and none was named. */
    void unknown(JsonNode first) {
        String names = Fields.names(first);
        broken(words -> names.isEmpty() ? words.noFields() : words.unknownFormat(names));
        hopeless = true;
    }

    long records() {
        return records;
    }

    /** True once reading on is no use: there are very many errors, or nothing is known of the format. */
    boolean hopeless() {
        return hopeless || errors.size() >= MOST_ERRORS;
    }

    ReadFile result() {
        return new ReadFile(format == null ? null : format.name(), records, votes, skipped, models, leftOut, errors);
    }
}
