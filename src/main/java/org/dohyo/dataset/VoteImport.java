package org.dohyo.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import org.postgresql.PGConnection;

/** Stores a file of votes whole or not at all, each vote once, however often the file comes. */
@ApplicationScoped
public class VoteImport {

    // One import at a time in the whole deployment, so that two of the same file don't meet at a unique key.
    private static final String LOCK = "select pg_advisory_xact_lock(hashtext('dohyo.vote-import'))";

    private static final String STAGING = """
            create temp table import_vote (record bigint, identity text, repeatable boolean, name_a text, slug_a text,
              name_b text, slug_b text, outcome text, voter text, turn integer, blind boolean, categories text[],
              style_a jsonb, style_b jsonb, cast_at timestamptz) on commit drop""";

    private static final String FRESH = """
            create temp table import_fresh on commit drop as
            select gen_random_uuid() as battle_id, gen_random_uuid() as vote_id, keyed.*
            from (select distinct on (import_key) *
                  from (select *, case when repeatable
                          then identity || ':' || row_number() over (partition by identity order by record)
                          else identity end as import_key
                        from import_vote) as numbered
                  order by import_key, record) as keyed
            where not exists (select from battle where battle.import_key = keyed.import_key)""";

    private static final List<String> INSERTS = List.of("analyze import_fresh", """
            with named as (
              select slug_a as slug, name_a as name, record from import_fresh
              union all select slug_b, name_b, record from import_fresh),
            made as (
              insert into model (slug, name, created_at)
              select distinct on (slug) slug, name, now() from named order by slug, record
              on conflict (slug) do nothing
              returning id, name)
            insert into model_revision (model_id, revision, endpoint_model, created_at)
            select id, 1, name, now() from made""", """
            insert into voter (import_key, tag_salt, tag, created_at)
            select key, salt, sha256(salt || convert_to(key, 'UTF8')), now()
            from (select voter as key, uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) as salt
                  from import_fresh group by voter) as judge
            on conflict (import_key) do nothing""", """
            insert into battle (id, voter_id, origin, import_key, blind, model_a, revision_a, model_b, revision_b,
              state, turn, created_at, updated_at)
            select battle_id, voter.id, 'IMPORT', fresh.import_key, blind, a.id, a.revision, b.id, b.revision,
              'VOTED', turn, cast_at, cast_at
            from import_fresh fresh join voter on voter.import_key = fresh.voter
            join model a on a.slug = slug_a join model b on b.slug = slug_b""", """
            insert into vote (battle_id, id, voter_id, voter_tag, outcome, categories, style_a, style_b, counted,
              not_counted_reason, cast_at)
            select battle_id, vote_id, voter.id, voter.tag, outcome, categories, style_a, style_b, blind,
              case when not blind then 'not-blind' end, cast_at
            from import_fresh fresh join voter on voter.import_key = fresh.voter""", """
            insert into log_queue (kind, vote_id, at) select 'CAST', vote_id, cast_at from import_fresh order by record""");

    private final DataSource database;

    VoteImport(DataSource database) {
        this.database = database;
    }

    /** What became of the records of a file. */
    public record Report(long read, long imported, long duplicates) {
    }

    Report fastChat(InputStream body) throws InvalidImportException, IOException, SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                Report report = store(connection, body);
                connection.commit();
                return report;
            } finally {
                // After a commit there is nothing to roll back.
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private static Report store(Connection connection, InputStream body)
            throws InvalidImportException, IOException, SQLException {
        FastChatReader reader = new FastChatReader();
        try (Statement sql = connection.createStatement()) {
            sql.execute(STAGING);
            try (StagingCopy copy = new StagingCopy(connection.unwrap(PGConnection.class))) {
                reader.read(body, copy::write);
            }
            if (!reader.errors().isEmpty()) {
                throw new InvalidImportException(reader.errors());
            }
            // Only now, so that a slow upload holds nobody up.
            sql.execute(LOCK);
            sql.execute("analyze import_vote");
            sql.execute(FRESH);
            for (String insert : INSERTS) {
                sql.execute(insert);
            }
            long imported = count(sql);
            return new Report(reader.recordsRead(), imported, reader.recordsRead() - imported);
        }
    }

    private static long count(Statement sql) throws SQLException {
        try (ResultSet rows = sql.executeQuery("select count(*) from import_fresh")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
