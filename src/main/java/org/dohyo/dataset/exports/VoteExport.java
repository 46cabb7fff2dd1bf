package org.dohyo.dataset.exports;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.context.ManagedExecutor;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.arc.All;

/**
 * Writes votes to a zip archive of two files: the records, and a report of what the format couldn't carry. It reads a
 * stretch of the log at a time and holds no connection while it writes, so that a slow reader costs a thread alone.
 */
@ApplicationScoped
class VoteExport {

    /** The name of the report in the archive. */
    static final String REPORT = "report.json";

    private static final int VOTES_AT_ONCE = 2_000;
    /** Fewer with texts, since an answer may be long. */
    private static final int TEXTS_AT_ONCE = 250;
    private static final int BUFFER = 1 << 16;

    private final List<ExportFormat<?>> formats;
    private final ExportedVotes votes;
    private final ManagedExecutor workers;
    private final ObjectMapper json;
    private final Clock clock;

    VoteExport(@All List<ExportFormat<?>> formats, ExportedVotes votes, ManagedExecutor workers, ObjectMapper json,
            Clock clock) {
        this.formats = formats;
        this.votes = votes;
        this.workers = workers;
        this.json = json;
        this.clock = clock;
    }

    /** The names of the formats. */
    List<String> formats() {
        return formats.stream().map(ExportFormat::name).sorted().toList();
    }

    /** The names of the formats that can do without prompts and answers. */
    List<String> formatsWithoutTexts() {
        return formats.stream().filter(format -> !format.needsTexts()).map(ExportFormat::name).sorted().toList();
    }

    Optional<ExportFormat<?>> format(String name) {
        return formats.stream().filter(format -> format.name().equals(name)).findFirst();
    }

    /** Writes the archive and closes the stream. An archive without its end is incomplete. */
    void write(ExportFormat<?> format, ExportFile file, ExportSelection selection, OutputStream out)
            throws IOException {
        try (ZipOutputStream archive = new ZipOutputStream(new BufferedOutputStream(out, BUFFER))) {
            archive.setLevel(Deflater.BEST_SPEED);
            archive.putNextEntry(new ZipEntry("votes." + file.label()));
            ExportReport report = records(format, file, selection, archive);
            archive.closeEntry();
            archive.putNextEntry(new ZipEntry(REPORT));
            json.writerWithDefaultPrettyPrinter().without(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                    .writeValue(archive, report);
            archive.closeEntry();
        }
    }

    /** Writes the records alone and leaves the stream open. */
    <R extends Record> ExportReport records(ExportFormat<R> format, ExportFile file, ExportSelection selection,
            OutputStream out) throws IOException {
        Instant now = clock.instant();
        long size = votes.logSize();
        Tally tally = new Tally();
        int stretch = selection.texts() ? TEXTS_AT_ONCE : VOTES_AT_ONCE;
        try (RecordWriter<R> writer = file.writer(format.type(), out)) {
            CompletableFuture<List<ExportedVote>> read = read(0, Math.min(size, stretch), selection);
            for (long end = stretch; end < size + stretch; end += stretch) {
                List<ExportedVote> present = read.join();
                read = read(end, Math.min(size, end + stretch), selection);
                for (ExportedVote vote : present) {
                    tally.add(vote, format, writer, selection.texts());
                }
            }
        }
        return new ExportReport(format.name(), file.label(), selection, now, size, tally.votes, tally.records,
                tally.withoutTexts, tally.leftOut);
    }

    /** Reads while the stretch before is written. */
    private CompletableFuture<List<ExportedVote>> read(long first, long end, ExportSelection selection) {
        return first >= end ? CompletableFuture.completedFuture(List.of())
                : workers.supplyAsync(() -> votes.between(first, end, selection));
    }

    private static final class Tally {

        private long votes;
        private long records;
        private long withoutTexts;
        private final Map<Omission, Long> leftOut = new EnumMap<>(Omission.class);

        <R extends Record> void add(ExportedVote vote, ExportFormat<R> format, RecordWriter<R> writer, boolean texts)
                throws IOException {
            votes++;
            Optional<Omission> omission = format.omission(vote);
            if (omission.isPresent()) {
                leftOut.merge(omission.get(), 1L, Long::sum);
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
