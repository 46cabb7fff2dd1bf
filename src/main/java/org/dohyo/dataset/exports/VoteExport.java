package org.dohyo.dataset.exports;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.dataset.exports.file.ExportFile;
import org.eclipse.microprofile.context.ManagedExecutor;

import io.quarkus.arc.All;

/**
 * Exports the votes of the log. It reads a stretch of it at a time and holds no connection while it writes, so that a
 * slow reader costs a thread alone.
 */
@ApplicationScoped
class VoteExport {

    private static final int VOTES_AT_ONCE = 2_000;
    /** Fewer with texts, since an answer may be long. */
    private static final int TEXTS_AT_ONCE = 250;

    private final List<ExportFormat<?>> formats;
    private final ExportedVotes votes;
    private final ExportArchive archive;
    private final ManagedExecutor workers;
    private final Clock clock;

    VoteExport(@All List<ExportFormat<?>> formats, ExportedVotes votes, ExportArchive archive, ManagedExecutor workers,
            Clock clock) {
        this.formats = formats;
        this.votes = votes;
        this.archive = archive;
        this.workers = workers;
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

    /** Writes the archive and closes the stream. */
    void write(ExportFormat<?> format, ExportFile file, ExportSelection selection, OutputStream out)
            throws IOException {
        archive.write("votes", file, records -> records(format, file, selection, records), out);
    }

    private ExportReport records(ExportFormat<?> format, ExportFile file, ExportSelection selection, OutputStream out)
            throws IOException {
        Instant now = clock.instant();
        long size = votes.logSize();
        ExportedRecords written = ExportedRecords.write(format, file, new Stretches(size, selection),
                selection.texts(), out).leavingOut(votes.others(size, selection));
        return new ExportReport(format.name(), file.label(), selection, now, size, written.votes(), written.records(),
                written.withoutTexts(), written.leftOut());
    }

    /** Reads a stretch while the one before is written. */
    private final class Stretches implements ExportedRecords.Source {

        private final long size;
        private final ExportSelection selection;
        private final int length;
        private long end;
        private CompletableFuture<List<ExportedVote>> read;

        Stretches(long size, ExportSelection selection) {
            this.size = size;
            this.selection = selection;
            length = selection.texts() ? TEXTS_AT_ONCE : VOTES_AT_ONCE;
            read = ahead();
        }

        @Override
        public List<ExportedVote> next() {
            if (read == null) {
                return null;
            }
            List<ExportedVote> present = read.join();
            read = ahead();
            return present;
        }

        private CompletableFuture<List<ExportedVote>> ahead() {
            if (end >= size) {
                return null;
            }
            long first = end;
            end = Math.min(size, first + length);
            long last = end;
            return workers.supplyAsync(() -> votes.between(first, last, selection));
        }
    }
}
