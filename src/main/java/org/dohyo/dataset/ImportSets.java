package org.dohyo.dataset;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.battle.HistoryBattles;
import org.dohyo.dataset.file.RecordFault;
import org.dohyo.model.HistoryModels;
import org.dohyo.support.ForeignKeys;
import org.dohyo.vote.HistoryVotes;
import org.dohyo.voter.HistoryVoters;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Stores the staged votes of an import in sets, each in a transaction that also notes how far the import is. So each
 * vote is stored once, whoever goes on after an interruption. Each room adds its rows of a set in one statement; the
 * log takes one set while the next is stored.
 */
@ApplicationScoped
class ImportSets {

    private static final int SET = 20_000;

    // One set at a time in the whole deployment, so that two of the same file don't meet at a unique key.
    private static final String LOCK = "select pg_advisory_xact_lock(hashtext('dohyo.vote-import'))";

    private static final String PLACE = """
            select stored, staged from vote_import where id = :id and state = 'STORING'""";

    // What a set costs must not depend on what is there already: each row finds those that it needs by an index.
    private static final List<String> LOOK_UPS = List.of("set local enable_hashjoin = off",
            "set local enable_mergejoin = off", "set local work_mem = '64MB'");

    // There are few models: two look-ups for each vote cost more than one table in memory.
    private static final String HASHED = "set local enable_hashjoin = on";

    private static final String FRESH = """
            create temp table import_fresh on commit drop as
            select distinct on (identity collate "C") number, record, coalesce(voter, 'unknown:' || identity) as voter_key,
              name_a, slug_a, name_b, slug_b
            from import_vote staged
            where import_id = :id and number > :after and number <= :to
              and not exists (select from imported_battle known where known.import_key = staged.identity)
            order by identity collate "C", number""";

    private static final String MODELS = """
            select slug, name, min(record) as record
            from (select slug_a as slug, name_a as name, record from import_fresh
                  union all select slug_b, name_b, record from import_fresh) as named group by slug, name""";

    private static final String VOTERS = "select voter_key as key from import_fresh";

    private static final String READY = """
            create temp table import_ready on commit drop as
            select staged.*, voter.id as voter_id, voter.tag as voter_tag, a.id as model_a, a.revision as revision_a,
              b.id as model_b, b.revision as revision_b
            from import_vote staged join import_fresh fresh on fresh.number = staged.number
            cross join lateral (select id, tag from imported_voter where import_key = fresh.voter_key offset 0) as voter
            join model_summary a on a.slug = staged.slug_a join model_summary b on b.slug = staged.slug_b
            where staged.import_id = :id and staged.number > :after and staged.number <= :to order by staged.number""";

    private static final String BATTLES = """
            select battle_id as id, voter_id, identity as import_key, blind, model_a, revision_a, model_b, revision_b, turn, cast_at
            from import_ready""";

    private static final String VOTES = """
            select battle_id, vote_id as id, voter_id, voter_tag, outcome, source, strength, voter is not null as voter_known,
              categories, style_a, style_b, blind, cast_at, number as record
            from import_ready""";

    private static final String NOTE = """
            update vote_import set stored = :to, fresh = fresh + (select count(*) from import_fresh) where id = :id""";

    private static final String IMPORTED = "select fresh, staged from vote_import where id = :id";

    private static final String END = """
            update vote_import set state = 'DONE', imported = fresh, duplicates = staged - fresh, ended_at = now()
            where id = :id and state = 'STORING'""";

    private static final int MOST_CONFLICTS = 10_000;

    private static final String CONTRADICTING = """
            select later.record, first.record as first
            from import_vote later join imported_battle known on known.import_key = later.identity
            join import_vote first on first.battle_id = known.id and first.import_id = later.import_id
            where later.import_id = :id and not later.repeatable and later.number <> first.number
              and (later.slug_a, later.slug_b, later.outcome) <> (first.slug_a, first.slug_b, first.outcome)
            order by later.record limit 10000""";

    private static final String KNOWN = """
            select identity as import_key, outcome, record from import_vote later
            where import_id = '%1$s' and not repeatable and not exists (select from imported_battle made
              join import_vote first on first.battle_id = made.id and first.import_id = '%1$s'
              where made.import_key = later.identity)""";

    private static final String DISCARD = "delete from import_vote where import_id = :id";

    private final HistoryModels models;
    private final HistoryVoters voters;
    private final HistoryBattles battles;
    private final HistoryVotes votes;
    private final Jdbi jdbi;

    ImportSets(HistoryModels models, HistoryVoters voters, HistoryBattles battles, HistoryVotes votes, Jdbi jdbi) {
        this.models = models;
        this.voters = voters;
        this.battles = battles;
        this.votes = votes;
        this.jdbi = jdbi;
    }

    /**
     * @param imported the votes that were new
     * @param conflicts votes, up to 10,000, that contradict the one with their identity
     */
    record Stored(long imported, List<RecordFault> conflicts) {
    }

    /** Votes that were stored, or seen to, of all that were staged. */
    private record Place(long stored, long staged) {

        long next() {
            return Math.min(staged, stored + SET);
        }
    }

    /** Stores what is left of an import that has been staged, and ends it. */
    Stored storeAll(UUID id) {
        while (jdbi.inTransaction(handle -> storeSet(handle, id))) {
            continue;
        }
        return jdbi.inTransaction(handle -> end(handle, id));
    }

    /** Returns false if nothing was left to store. */
    private boolean storeSet(Handle handle, UUID id) {
        handle.execute(LOCK);
        Optional<Place> place = handle.createQuery(PLACE).bind("id", id)
                .map((row, context) -> new Place(row.getLong(1), row.getLong(2))).findOne()
                .filter(found -> found.stored() < found.staged());
        if (place.isEmpty()) {
            return false;
        }
        LOOK_UPS.forEach(handle::execute);
        handle.execute(ForeignKeys.TRUST);
        createTable(handle, FRESH, id, place.get());
        models.add(handle, MODELS);
        voters.add(handle, VOTERS);
        handle.execute(HASHED);
        createTable(handle, READY, id, place.get());
        LOOK_UPS.forEach(handle::execute);
        battles.add(handle, BATTLES);
        votes.add(handle, VOTES);
        handle.createUpdate(NOTE).bind("id", id).bind("to", place.get().next()).execute();
        return true;
    }

    private static void createTable(Handle handle, String command, UUID id, Place place) {
        handle.createUpdate(command).bind("id", id).bind("after", place.stored()).bind("to", place.next()).execute();
    }

    private Stored end(Handle handle, UUID id) {
        handle.execute(LOCK);
        Place fresh = handle.createQuery(IMPORTED).bind("id", id)
                .map((row, context) -> new Place(row.getLong(1), row.getLong(2))).one();
        boolean duplicates = handle.createUpdate(END).bind("id", id).execute() > 0 && fresh.stored() < fresh.staged();
        List<RecordFault> conflicts = duplicates ? conflicts(handle, id) : List.of();
        handle.createUpdate(DISCARD).bind("id", id).execute();
        return new Stored(fresh.stored(), conflicts);
    }

    /** Votes that say something else than the one with their identity, which came first. */
    private List<RecordFault> conflicts(Handle handle, UUID id) {
        Stream<RecordFault> here = handle.createQuery(CONTRADICTING).bind("id", id)
                .map((row, context) -> repeated(row.getLong("record"), row.getLong("first"))).stream();
        Stream<RecordFault> before = votes.contradicting(handle, KNOWN.formatted(id)).stream()
                .map(record -> new RecordFault(record, null, (words, file) -> words.otherVoteBefore()));
        return Stream.concat(here, before).sorted(Comparator.comparingLong(RecordFault::record)).limit(MOST_CONFLICTS)
                .toList();
    }

    private static RecordFault repeated(long record, long first) {
        return new RecordFault(record, null, (words, file) -> words.otherVoteInFile(first));
    }
}
