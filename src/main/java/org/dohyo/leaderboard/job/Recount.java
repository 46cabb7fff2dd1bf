package org.dohyo.leaderboard.job;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.leaderboard.board.Snapshots;
import org.dohyo.leaderboard.count.CountTables;
import org.dohyo.leaderboard.count.JobLock;
import org.dohyo.leaderboard.count.LogHead;
import org.dohyo.rating.OnlineElo;
import org.dohyo.vote.Outcome;
import org.jboss.logging.Logger;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * Makes the counts and the online ratings anew from the log alone, in one transaction under the job's lock, and publishes
 * all boards from them. What the job had kept must be the same to the last bit; a difference is reported as an error.
 */
@ApplicationScoped
public class Recount {

    private static final Logger LOG = Logger.getLogger(Recount.class);
    private static final int FETCH_ROWS = 10_000;

    // The voters' table tells the rest: it is the log added up, one row for each voter and pair.
    private static final List<String> STAGE = List.of(
            """
                    create temp table recount_voter on commit drop as
                    select category, voter_tag, least(model_a, model_b) as first, greatest(model_a, model_b) as second,
                        coalesce(sum(sign) filter (where outcome = case when model_a < model_b then 'A' else 'B' end), 0) as first_wins,
                        coalesce(sum(sign) filter (where outcome = case when model_a < model_b then 'B' else 'A' end), 0) as second_wins,
                        coalesce(sum(sign) filter (where outcome = 'TIE'), 0) as ties,
                        coalesce(sum(sign) filter (where outcome = 'BOTH_BAD'), 0) as both_bad
                    from log_entry cross join unnest(categories) as category where sign <> 0 group by 1, 2, 3, 4""",
            """
                    create temp table recount_pair on commit drop as
                    select category, first, second, sum(first_wins) as first_wins, sum(second_wins) as second_wins, sum(ties) as ties,
                        sum(both_bad) as both_bad from recount_voter group by 1, 2, 3""",
            """
                    create temp table recount_weighted on commit drop as
                    with voter as (
                        select category, voter_tag, greatest(30, sum(first_wins + second_wins + ties + both_bad))::bigint as n
                        from recount_voter group by category, voter_tag
                    )
                    select category, first, second, sum(first_wins::bigint * 31457280 / n) as first_wins,
                        sum(second_wins::bigint * 31457280 / n) as second_wins,
                        sum((ties + both_bad)::bigint * 31457280 / n) as halves
                    from recount_voter join voter using (category, voter_tag) group by 1, 2, 3""");

    private static final String DIFFERENT = """
            select (select count(*) from (select category, first, second, first_wins, second_wins, ties, both_bad from recount_pair
                    except select category, first, second, first_wins, second_wins, ties, both_bad from pair_count) p)
                + (select count(*) from (select category, first, second, first_wins, second_wins, halves from recount_weighted
                    except select category, first, second, first_wins, second_wins, halves from weighted_pair_count) w)
                + (select count(*) from pair_count p where first_wins + second_wins + ties + both_bad > 0 and not exists (
                    select from recount_pair r where (r.category, r.first, r.second) = (p.category, p.first, p.second)))""";

    private static final List<String> REPLACE = List.of("truncate pair_count, voter_pair_count, weighted_pair_count",
            "insert into pair_count (category, first, second, first_wins, second_wins, ties, both_bad) "
                    + "select category, first, second, first_wins, second_wins, ties, both_bad from recount_pair",
            "insert into voter_pair_count (category, voter_tag, first, second, first_wins, second_wins, ties, both_bad) "
                    + "select category, voter_tag, first, second, first_wins, second_wins, ties, both_bad from recount_voter",
            "insert into weighted_pair_count (category, first, second, first_wins, second_wins, halves) "
                    + "select category, first, second, first_wins, second_wins, halves from recount_weighted",
            "truncate elo_rating, elo_step", "update log_head set epoch = epoch + 1");

    private final AgroalDataSource database;
    private final Snapshots snapshots;
    private final CountTables tables;

    Recount(AgroalDataSource database, Snapshots snapshots, CountTables tables) {
        this.database = database;
        this.snapshots = snapshots;
        this.tables = tables;
    }

    /** Returns how many counted pairs were different from the log; 0 is what is expected. */
    public long run() {
        return QuarkusTransaction.requiringNew().timeout(3_600).call(this::recount);
    }

    private long recount() throws SQLException {
        try (Connection connection = database.getConnection(); Statement sql = connection.createStatement()) {
            JobLock.LEADERBOARD.take(connection);
            for (String statement : STAGE) {
                sql.execute(statement);
            }
            long different = different(sql);
            if (different > 0) {
                LOG.errorf("%d counts differed from the log; they are made anew from it", different);
            }
            for (String statement : REPLACE) {
                sql.execute(statement);
            }
            new EloReplay(connection).run();
            LogHead head = LogHead.read(connection);
            tables.standFor(head);
            snapshots.publish(connection, categories(sql), head.size(), true);
            tables.moveTo(head);
            return different;
        }
    }

    private static long different(Statement sql) throws SQLException {
        try (ResultSet row = sql.executeQuery(DIFFERENT)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static List<String> categories(Statement sql) throws SQLException {
        List<String> categories = new ArrayList<>();
        try (ResultSet row = sql.executeQuery("select distinct category from pair_count order by category")) {
            while (row.next()) {
                categories.add(row.getString(1));
            }
        }
        return categories;
    }

    /** Online Elo from the first entry on, in log order. */
    private static final class EloReplay {

        private final Connection connection;
        private final Map<String, Map<Long, Double>> ratings = new HashMap<>();
        private int steps;

        EloReplay(Connection connection) {
            this.connection = connection;
        }

        void run() throws SQLException {
            try (PreparedStatement select = connection.prepareStatement(
                    """
                            select vote_id, model_a, model_b, outcome, categories, sign from log_entry where sign <> 0 order by position""");
                    PreparedStatement step = connection.prepareStatement("""
                            insert into elo_step (category, vote_id, delta_a) values (?, ?, ?)
                            on conflict (category, vote_id) do update set delta_a = excluded.delta_a""");
                    PreparedStatement kept = connection
                            .prepareStatement("select delta_a from elo_step where category = ? and vote_id = ?")) {
                select.setFetchSize(FETCH_ROWS);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        for (String category : (String[]) row.getArray("categories").getArray()) {
                            replay(row, category, step, kept);
                        }
                    }
                }
                step.executeBatch();
            }
            write();
        }

        private void replay(ResultSet row, String category, PreparedStatement step, PreparedStatement kept)
                throws SQLException {
            Map<Long, Double> of = ratings.computeIfAbsent(category, unused -> new HashMap<>());
            long a = row.getLong("model_a");
            long b = row.getLong("model_b");
            double ratingA = of.getOrDefault(a, OnlineElo.INITIAL);
            double ratingB = of.getOrDefault(b, OnlineElo.INITIAL);
            UUID vote = row.getObject("vote_id", UUID.class);
            double delta;
            if (row.getInt("sign") > 0) {
                delta = OnlineElo.delta(ratingA, ratingB, Outcome.valueOf(row.getString("outcome")).scoreA());
                keep(step, category, vote, delta);
            } else {
                step.executeBatch();
                delta = -taken(kept, category, vote);
            }
            of.put(a, ratingA + delta);
            of.put(b, ratingB - delta);
        }

        private void keep(PreparedStatement step, String category, UUID vote, double delta) throws SQLException {
            step.setString(1, category);
            step.setObject(2, vote);
            step.setDouble(3, delta);
            step.addBatch();
            if (++steps % FETCH_ROWS == 0) {
                step.executeBatch();
            }
        }

        private static double taken(PreparedStatement kept, String category, UUID vote) throws SQLException {
            kept.setString(1, category);
            kept.setObject(2, vote);
            try (ResultSet row = kept.executeQuery()) {
                row.next();
                return row.getDouble(1);
            }
        }

        private void write() throws SQLException {
            try (PreparedStatement insert = connection
                    .prepareStatement("insert into elo_rating (category, model_id, rating) values (?, ?, ?)")) {
                for (Map.Entry<String, Map<Long, Double>> category : ratings.entrySet()) {
                    for (Map.Entry<Long, Double> model : category.getValue().entrySet()) {
                        insert.setString(1, category.getKey());
                        insert.setLong(2, model.getKey());
                        insert.setDouble(3, model.getValue());
                        insert.addBatch();
                    }
                }
                insert.executeBatch();
            }
        }
    }
}
