package org.dohyo.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.battle.HistoryBattles;
import org.dohyo.dataset.file.FileTooLarge;
import org.dohyo.dataset.file.ReadFile;
import org.dohyo.dataset.file.Reading;
import org.dohyo.dataset.file.RecordError;
import org.dohyo.dataset.file.VoteFile;
import org.dohyo.model.HistoryModels;
import org.dohyo.vote.HistoryVotes;
import org.dohyo.voter.HistoryVoters;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementException;

/**
 * Stores a file of votes whole or not at all, and each vote once, however often the file is sent. The votes go by COPY
 * into a table of the transaction; from there each room adds its rows in one statement.
 */
@ApplicationScoped
public class VoteImport {

    // One import at a time in the whole deployment, so that two of the same file don't meet at a unique key.
    private static final String LOCK = "select pg_advisory_xact_lock(hashtext('dohyo.vote-import'))";

    private static final String FRESH = """
            create temp table import_fresh on commit drop as
            select %1$s as battle_id, %1$s as vote_id,
              coalesce(keyed.voter, 'unknown:' || import_key) as voter_key, keyed.*
            from (select distinct on (import_key) *
                  from (select *, case when repeatable
                          then identity || ':' || row_number() over (partition by identity collate "C" order by record)
                          else identity end collate "C" as import_key
                        from import_vote) as numbered
                  order by import_key, record) as keyed
            where not exists (select from imported_battle known where known.import_key = keyed.import_key)"""
            // Random ids in the order of the file: the indexes then grow at one place.
            .formatted("(encode(int4send(keyed.record::integer), 'hex') || substr(gen_random_uuid()::text, 9))::uuid");

    private static final String MODELS = """
            select slug, name, min(record) as record
            from (select slug_a as slug, name_a as name, record from import_fresh
                  union all select slug_b, name_b, record from import_fresh) as named group by slug, name""";

    private static final String VOTERS = "select voter_key as key from import_fresh";

    private static final String BATTLES = """
            select fresh.battle_id as id, voter.id as voter_id, fresh.import_key, blind, a.id as model_a,
              a.revision as revision_a, b.id as model_b, b.revision as revision_b, turn, cast_at
            from import_fresh fresh join imported_voter voter on voter.import_key = fresh.voter_key
            join model_summary a on a.slug = slug_a join model_summary b on b.slug = slug_b""";

    private static final String VOTES = """
            select battle_id, vote_id as id, voter.id as voter_id, voter.tag as voter_tag, outcome, source, strength,
              fresh.voter is not null as voter_known, categories, style_a, style_b, blind, cast_at, record
            from import_fresh fresh join imported_voter voter on voter.import_key = fresh.voter_key""";

    private static final int MOST_CONFLICTS = 10_000;

    private static final String CONTRADICTING = """
            select later.record, fresh.record as first
            from import_vote later join import_fresh fresh on fresh.import_key = later.identity
            where not later.repeatable and later.record <> fresh.record
              and (later.slug_a, later.slug_b, later.outcome) <> (fresh.slug_a, fresh.slug_b, fresh.outcome)
            order by later.record limit 10000""";

    private static final String KNOWN = """
            select identity as import_key, outcome, record from import_vote
            where not repeatable and not exists (select from import_fresh where import_fresh.import_key = identity)""";

    private final HistoryModels models;
    private final HistoryVoters voters;
    private final HistoryBattles battles;
    private final HistoryVotes votes;
    private final Jdbi jdbi;

    VoteImport(HistoryModels models, HistoryVoters voters, HistoryBattles battles,
            HistoryVotes votes, Jdbi jdbi) {
        this.models = models;
        this.voters = voters;
        this.battles = battles;
        this.votes = votes;
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
            List<RecordError> errors,
            List<RecordError> conflicts) {
    }

    /**
     * Imports a file in a transaction of its own.
     *
     * @param run the one that others see and may end
     * @throws InvalidImportException if a record is invalid
     * @throws ImportCancelled if someone ended it
     * @throws FileTooLarge if the file unpacks to too much
     * @throws IOException if the body can't be read to its end
     */
    Report store(InputStream body, Reading reading, RunningImport run) throws IOException {
        try {
            return jdbi.inTransaction(handle -> store(handle, body, reading, run));
        } catch (StatementException e) {
            if (run.cancelled()) {
                throw new ImportCancelled();
            }
            throw e;
        }
    }

    private Report store(Handle handle, InputStream body, Reading reading, RunningImport run) throws IOException {
        ReadFile read;
        try (StagingCopy copy = StagingCopy.into(handle)) {
            read = VoteFile.read(body, reading, (record, comparison) -> {
                run.reads(record);
                copy.write(record, comparison);
            });
        }
        if (!read.errors().isEmpty()) {
            throw new InvalidImportException(read.errors());
        }
        run.stores(handle);
        // Only now, so that a slow upload holds nobody up.
        handle.execute(LOCK);
        handle.execute("set local work_mem = '64MB'");
        handle.execute("analyze import_vote");
        handle.execute(FRESH);
        handle.execute("analyze import_fresh");
        List<RecordError> conflicts = conflicts(handle);
        models.add(handle, MODELS);
        voters.add(handle, VOTERS);
        battles.add(handle, BATTLES);
        votes.add(handle, VOTES);
        long imported = handle.createQuery("select count(*) from import_fresh").mapTo(Long.class).one();
        run.stored();
        return new Report(read.format(), read.records(), imported, read.votes() - imported, read.skipped(),
                read.leftOut(), conflicts);
    }

    /** Votes that say something else than the one with their identity, which came first. */
    private List<RecordError> conflicts(Handle handle) {
        Stream<RecordError> here = handle.createQuery(CONTRADICTING)
                .map((row, context) -> new RecordError(row.getLong("record"),
                        "has the same id as record " + row.getLong("first") + " and is another vote: not stored"))
                .stream();
        Stream<RecordError> before = votes.contradicting(handle, KNOWN).stream().map(record -> new RecordError(record,
                "has the same id as a vote that was imported before, and another winner: not stored"));
        return Stream.concat(here, before).sorted(Comparator.comparingLong(RecordError::record)).limit(MOST_CONFLICTS)
                .toList();
    }
}
