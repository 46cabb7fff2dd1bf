package org.dohyo.dataset.exports;

import java.io.IOException;
import java.io.OutputStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.dohyo.dataset.exports.file.ExportFile;
import org.dohyo.dataset.exports.file.RecordWriter;

/**
 * What became of the votes of an export.
 *
 * @param votes selected
 * @param records written; a format may make several of a vote
 * @param withoutTexts the votes that were written without texts although texts were asked for
 * @param leftOut the selected votes that the format can't carry, by reason
 */
public record ExportedRecords(long votes, long records, long withoutTexts, Map<Omission, Long> leftOut) {

    /** The same with votes that were selected, but not read. */
    ExportedRecords leavingOut(Map<Omission, Long> others) {
        Map<Omission, Long> all = new EnumMap<>(Omission.class);
        all.putAll(leftOut);
        others.forEach((reason, count) -> all.merge(reason, count, Long::sum));
        return new ExportedRecords(votes + others.values().stream().mapToLong(Long::longValue).sum(), records,
                withoutTexts, all);
    }

    /** Where the votes come from, one stretch after another. */
    @FunctionalInterface
    public interface Source {

        /** The next votes, which may be none; null at the end. */
        List<ExportedVote> next();
    }

    /**
     * Writes the records of all votes and leaves the stream open.
     *
     * @param texts true if texts were asked for
     */
    public static <R extends Record> ExportedRecords write(ExportFormat<R> format, ExportFile file, Source votes,
            boolean texts, OutputStream out) throws IOException {
        Tally tally = new Tally();
        try (RecordWriter<R> writer = file.writer(format.type(), out)) {
            for (List<ExportedVote> stretch = votes.next(); stretch != null; stretch = votes.next()) {
                for (ExportedVote vote : stretch) {
                    tally.add(vote, format, writer, texts);
                }
            }
        }
        return new ExportedRecords(tally.votes, tally.records, tally.withoutTexts, tally.leftOut);
    }

    private static final class Tally {

        private long votes;
        private long records;
        private long withoutTexts;
        private final Map<Omission, Long> leftOut = new EnumMap<>(Omission.class);

        <R extends Record> void add(ExportedVote vote, ExportFormat<R> format, RecordWriter<R> writer, boolean texts)
                throws IOException {
            votes++;
            Omission omission = format.omission(vote).orElse(null);
            if (omission != null) {
                leftOut.merge(omission, 1L, Long::sum);
                return;
            }
            withoutTexts += texts && !vote.hasTexts() ? 1 : 0;
            for (R record : format.records(vote)) {
                writer.write(record);
                records++;
            }
        }
    }
}
