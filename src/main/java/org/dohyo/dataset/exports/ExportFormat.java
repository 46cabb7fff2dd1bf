package org.dohyo.dataset.exports;

import java.util.List;
import java.util.Optional;

import org.dohyo.dataset.exports.file.ExportFile;

/**
 * A format in which votes are exported. Each format is a bean; its name is the {@code format} parameter of the export.
 *
 * @param <R> a record of the file; its components in snake case are the fields
 */
public interface ExportFormat<R extends Record> {

    String name();

    Class<R> type();

    /** The kinds of files that can hold the records, the usual one first. */
    default List<ExportFile> files() {
        return List.of(ExportFile.JSONL, ExportFile.PARQUET);
    }

    /** True if no record can be made without prompts and answers. */
    boolean needsTexts();

    /** Why the format can't carry a vote; empty if it can. */
    Optional<Omission> omission(ExportedVote vote);

    /** The records of a vote without an {@link #omission}, at least one. */
    List<R> records(ExportedVote vote);
}
