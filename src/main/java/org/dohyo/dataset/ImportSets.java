package org.dohyo.dataset;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

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
    static final List<String> LOOK_UPS = List.of("set local enable_hashjoin = off",
            "set local enable_mergejoin = off", "set local work_mem = '64MB'");

    // There are few models: two look-ups for each vote cost more than one table in memory.
    private static final String HASHED = "set local enable_hashjoin = on";

    // Each identity is looked up by itself. As an anti join, the planner reads all imported battles for each of them where
    // its statistics say that there are none: those are from before the import.
    static final String NEW = """
            select distinct on (identity collate "C") number, record, coalesce(voter, 'unknown:' || identity) as voter_key,
              name_a, slug_a, name_b, slug_b
            from import_vote staged
            left join lateral (select true as known from imported_battle where import_key = staged.identity offset 0) as stored
              on true
            where import_id = :id and number > :after and number <= :to and stored.known is null
            order by identity collate "C", number""";

    private static final String FRESH = "create temp table import_fresh on commit drop as " + NEW;

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
            select battle_id as id, identity as import_key, blind, model_a, revision_a, model_b, revision_b, turn, cast_at
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

    // Nested loops would read the staged votes once for each of them: nothing is known of a table that was just filled.
    private static final List<String> WHOLE = List.of("set local enable_nestloop = off", "set local work_mem = '64MB'");

    /** Votes whose identity was there before, with the outcome that they mean on the sides of the stored battle. */
    private static final String DUPLICATES = """
            create temp table import_duplicate on commit drop as
            select later.record, first.record as first, known.id as battle_id,
              case when later.slug_a = a.slug and later.slug_b = b.slug then later.outcome
                when later.slug_a = b.slug and later.slug_b = a.slug
                  then case later.outcome when 'A' then 'B' when 'B' then 'A' else later.outcome end end as outcome
            from import_vote later join imported_battle known on known.import_key = later.identity
            join battle_models battle on battle.id = known.id
            join model_summary a on a.id = battle.model_a join model_summary b on b.id = battle.model_b
            left join import_vote first on first.battle_id = known.id and first.import_id = later.import_id
            where later.import_id = :id and not later.repeatable and later.battle_id <> known.id""";

    private static final List<String> FEW = List.of("analyze import_duplicate", "set local enable_nestloop = on");

    private static final String DUPLICATE = "select record, first, battle_id, outcome from import_duplicate";

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
        Place fresh = jdbi.withHandle(handle -> handle.createQuery(IMPORTED).bind("id", id)
                .map((row, context) -> new Place(row.getLong(1), row.getLong(2))).one());
        List<RecordFault> conflicts = fresh.stored() == fresh.staged() ? List.of()
                : jdbi.inTransaction(handle -> conflicts(handle, id));
        for (String last : List.of(DISCARD, END)) {
            jdbi.useHandle(handle -> handle.createUpdate(last).bind("id", id).execute());
        }
        return new Stored(fresh.stored(), conflicts);
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
        // They are there since the file was accepted, unless a replica of a former version has accepted it.
        models.addAccepted(handle, MODELS);
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

    /** Votes that say something else than the one with their identity, which came first. */
    private List<RecordFault> conflicts(Handle handle, UUID id) {
        WHOLE.forEach(handle::execute);
        handle.createUpdate(DUPLICATES).bind("id", id).execute();
        FEW.forEach(handle::execute);
        return votes.contradicting(handle, DUPLICATE).stream().map(ImportSets::conflict).toList();
    }

    private static RecordFault conflict(HistoryVotes.Contradicting vote) {
        return new RecordFault(vote.record(), null, (words, file) -> vote.first() == null ? words.otherVoteBefore()
                : words.otherVoteInFile(vote.first()));
    }
}
