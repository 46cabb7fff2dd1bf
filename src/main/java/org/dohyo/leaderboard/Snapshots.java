package org.dohyo.leaderboard;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.model.Model;
import org.dohyo.rating.NotConvergedException;
import org.dohyo.rating.PairCount;
import org.dohyo.rating.PairCounts;
import org.jboss.logging.Logger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Writes boards to the table of snapshots, on the caller's connection and in its transaction, under the job's lock. */
@ApplicationScoped
class Snapshots {

    static final String CHANNEL = "dohyo_snapshot";
    private static final Logger LOG = Logger.getLogger(Snapshots.class);

    private final CountStore counts;
    private final Model.Repository models;
    private final ObjectMapper json;
    private final Clock clock;

    Snapshots(CountStore counts, Model.Repository models, ObjectMapper json, Clock clock) {
        this.counts = counts;
        this.models = models;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Publishes a category's boards from its counts.
     *
     * @param elo the online ratings by model id; null where they have not moved
     */
    void publish(Connection connection, String category, long logSize, Map<Long, Double> elo) throws SQLException {
        List<Long> ids = new ArrayList<>();
        List<PairCount> pairs = counts.pairs(connection, category, ids);
        Map<Long, Model> byId = models.list("id in ?1", ids).stream()
                .collect(Collectors.toMap(model -> model.id, Function.identity()));
        BoardMaker maker = new BoardMaker(category, new PairCounts(ids.size(), pairs), ids.stream().map(byId::get).toList(),
                logSize, clock.instant());
        if (elo != null) {
            write(connection, maker.elo(elo));
        }
        try {
            write(connection, maker.byVotes(uncertainty(connection, category, Weights.VOTES)));
            write(connection, maker.byVoters(counts.weightedPairs(connection, category, ids),
                    uncertainty(connection, category, Weights.VOTERS)));
        } catch (NotConvergedException e) {
            LOG.errorf(e, "The fit of %s did not converge: no snapshot of it is published", category);
        }
    }

    private Uncertainty uncertainty(Connection connection, String category, Weights weights) throws SQLException {
        try (PreparedStatement select = connection
                .prepareStatement("select models from uncertainty where category = ? and weights = ?")) {
            select.setString(1, category);
            select.setString(2, weights.label());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? json.readValue(row.getString(1), Uncertainty.class) : Uncertainty.NONE;
            }
        } catch (IOException e) {
            throw new IllegalStateException("a stored uncertainty can't be read", e);
        }
    }

    void write(Connection connection, String category, Weights weights, Uncertainty found) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement("""
                insert into uncertainty (category, weights, log_size, generated_at, models) values (?, ?, ?, ?, ?::jsonb)
                on conflict (category, weights) do update set log_size = excluded.log_size,
                    generated_at = excluded.generated_at, models = excluded.models""")) {
            upsert.setString(1, category);
            upsert.setString(2, weights.label());
            upsert.setLong(3, found.logSize());
            upsert.setTimestamp(4, Timestamp.from(clock.instant()));
            upsert.setString(5, text(found));
            upsert.executeUpdate();
        }
    }

    private void write(Connection connection, Board board) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into snapshot (category, method, weights, log_size, votes, method_version, generated_at, board)
                values (?, ?, ?, ?, ?, ?, ?, ?::jsonb)""")) {
            insert.setString(1, board.category());
            insert.setString(2, board.method());
            insert.setString(3, board.weights());
            insert.setLong(4, board.logSize());
            insert.setLong(5, board.votes());
            insert.setString(6, board.methodVersion());
            insert.setTimestamp(7, Timestamp.from(board.generatedAt()));
            insert.setString(8, text(board));
            insert.executeUpdate();
        }
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("it can't be written as JSON: " + value, e);
        }
    }

    /** Thins old snapshots out and tells the replicas of the new ones. */
    void close(Connection connection, long logSize) throws SQLException {
        thin(connection);
        try (PreparedStatement notify = connection.prepareStatement("select pg_notify(?, ?)")) {
            notify.setString(1, CHANNEL);
            notify.setString(2, Long.toString(logSize));
            notify.execute();
        }
    }

    /** Keeps the newest snapshot of each hour; of the last hour all but those older than ten minutes too. */
    private static void thin(Connection connection) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("""
                delete from snapshot s where s.generated_at between now() - interval '3 hours' and now() - interval '10 minutes'
                and exists (select 1 from snapshot n where n.category = s.category and n.method = s.method
                    and n.weights = s.weights and n.id > s.id
                    and date_trunc('hour', n.generated_at) = date_trunc('hour', s.generated_at))""")) {
            delete.executeUpdate();
        }
    }
}
