package org.dohyo.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.dataset.file.FileTooLarge;
import org.dohyo.dataset.file.ReadFile;
import org.dohyo.dataset.file.Reading;
import org.dohyo.dataset.file.RecordFault;
import org.dohyo.dataset.file.VoteFile;
import org.dohyo.model.HistoryModels;
import org.dohyo.model.ModelLimit;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Stores a file of votes whole or not at all, and each vote once, however often the file is sent. A file is read to its
 * end by COPY into a table of staged votes, in one transaction; only a valid one is stored from there, in sets, which
 * go on after an interruption ({@link ImportSets}).
 */
@ApplicationScoped
public class VoteImport {

    private static final String NUMBER_REPEATED = """
            update import_vote staged set identity = staged.identity || ':' || repeated.place
            from (select number, row_number() over (partition by identity collate "C" order by number) as place
                from import_vote where import_id = :id and repeatable) as repeated
            where staged.import_id = :id and staged.number = repeated.number""";

    private static final String STAGED = """
            update vote_import set state = 'STORING', staged = :votes, format = :format, read = :read, skipped = :skipped
            where id = :id and not cancel_asked""";

    private final HistoryModels models;
    private final ImportSets sets;
    private final Jdbi jdbi;

    VoteImport(HistoryModels models, ImportSets sets, Jdbi jdbi) {
        this.models = models;
        this.sets = sets;
        this.jdbi = jdbi;
    }

    /**
     * @param format the name of the format that the file is in; null if it has no records
     * @param read records
     * @param imported votes
     * @param duplicates votes that are in the file twice or were imported before
     * @param skipped records that were left out
     * @param errors why, for up to 10,000 of them
     * @param conflicts those of the duplicates, up to 10,000, that contradict the vote with the same identity
     */
    public record Report(String format, long read, long imported, long duplicates, long skipped,
            List<RecordError> errors, List<RecordError> conflicts) {
    }

    /**
     * Imports a file.
     *
     * @param words those of the report
     * @param run the one that others see and, while the file is read, may end
     * @throws InvalidImportException if a record is invalid
     * @throws ImportCancelled if someone ended it
     * @throws FileTooLarge if the file unpacks to too much
     * @throws IOException if the body can't be read to its end
     */
    Report store(InputStream body, Reading reading, ImportWords words, RunningImport run) throws IOException {
        ReadFile read = jdbi.inTransaction(handle -> stage(handle, body, reading, run));
        run.stores();
        ImportSets.Stored stored = sets.storeAll(run.id());
        return new Report(read.format(), read.records(), stored.imported(), read.votes() - stored.imported(),
                read.skipped(), words.errors(read.leftOut()), words.errors(stored.conflicts()));
    }

    /** Stores what an import that was interrupted has left. */
    void storeRest(UUID id) {
        sets.storeAll(id);
    }

    private ReadFile stage(Handle handle, InputStream body, Reading reading, RunningImport run)
            throws IOException {
        ReadFile read;
        boolean repeatable;
        try (StagingCopy copy = StagingCopy.of(run.id(), handle)) {
            read = VoteFile.read(body, reading, (record, comparison) -> {
                run.reads(record);
                copy.write(record, comparison);
            });
            repeatable = copy.repeatable();
        }
        if (!read.errors().isEmpty()) {
            throw new InvalidImportException(read.errors());
        }
        run.reads(read.records());
        if (repeatable) {
            handle.execute("set local work_mem = '64MB'");
            handle.createUpdate(NUMBER_REPEATED).bind("id", run.id()).execute();
        }
        addModels(handle, read);
        int staged = handle.createUpdate(STAGED).bind("id", run.id()).bind("votes", read.votes())
                .bind("format", read.format()).bind("read", read.records()).bind("skipped", read.skipped()).execute();
        if (staged == 0) {
            run.cancel();
            throw new ImportCancelled();
        }
        return read;
    }

    /** Last, because other imports and admins who have new models wait for it until the transaction ends. */
    private void addModels(Handle handle, ReadFile read) {
        long all = models.add(handle, read.models());
        if (all > ModelLimit.MOST) {
            throw new InvalidImportException(List.of(new RecordFault(0, null,
                    (words, file) -> words.manyModelsInAll(all, ModelLimit.MOST))));
        }
    }
}
