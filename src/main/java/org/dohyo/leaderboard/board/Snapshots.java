package org.dohyo.leaderboard.board;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.leaderboard.count.CategoryTable;
import org.dohyo.leaderboard.count.CountTables;
import org.dohyo.leaderboard.count.Weights;
import org.dohyo.model.Model;
import org.dohyo.rating.NotConvergedException;
import org.jboss.logging.Logger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Writes boards to the table of snapshots, on the caller's connection and in its transaction, under the job's lock. */
@ApplicationScoped
public class Snapshots {

    static final String CHANNEL = "dohyo_snapshot";
    private static final Logger LOG = Logger.getLogger(Snapshots.class);

    private static final String INSERT = """
            insert into snapshot (category, method, weights, style_control, log_size, votes, method_version, generated_at,
                board, models, ratings, lows, highs, ranks)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?)""";
    // History keeps the newest of each minute; what is older is thinned out by thin().
    private static final String REPLACE = """
            delete from snapshot s using snapshot n
            where n.id = (select max(id) from snapshot where category = ? and method = ? and weights = ? and style_control = ?)
                and s.category = n.category and s.method = n.method and s.weights = n.weights
                and s.style_control = n.style_control and s.id < n.id
                and s.generated_at >= date_trunc('minute', n.generated_at)""";
    private static final String THIN = """
            delete from snapshot s using (
                select id, row_number() over (partition by category, method, weights, style_control,
                    date_trunc(case when generated_at < now() - interval '90 days' then 'day' else 'hour' end, generated_at)
                    order by id desc) as place
                from snapshot where generated_at < now() - interval '1 day') older
            where s.id = older.id and older.place > 1""";

    private final CountTables tables;
    private final Model.Repository models;
    private final ObjectMapper json;
    private final Clock clock;

    public Snapshots(CountTables tables, Model.Repository models, ObjectMapper json, Clock clock) {
        this.tables = tables;
        this.models = models;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Publishes the boards of some categories from their counts, and tells the replicas.
     *
     * @param elo whether the online ratings have moved too
     */
    public void publish(Connection connection, Collection<String> categories, long logSize, boolean elo) throws SQLException {
        Map<String, CategoryTable.Played> played = new LinkedHashMap<>();
        for (String category : categories) {
            played.put(category, tables.of(connection, category).played());
        }
        Map<Long, Model> byId = byId(played.values().stream().flatMap(counts -> counts.ids().stream()).distinct().toList());
        for (Map.Entry<String, CategoryTable.Played> entry : played.entrySet()) {
            String category = entry.getKey();
            CategoryTable.Played counts = entry.getValue();
            BoardMaker maker = new BoardMaker(category, tables.of(connection, category), counts,
                    counts.ids().stream().map(byId::get).toList(), logSize,
                    clock.instant());
            if (elo) {
                write(connection, maker.elo(tables.of(connection, category).elo()));
            }
            publish(connection, maker);
        }
        tell(connection, logSize);
    }

    /** Publishes a board that holds style constant. */
    public void publish(Connection connection, StyledVotes styled) throws SQLException {
        write(connection, styled.board(byId(styled.ids()), clock.instant()));
    }

    private Map<Long, Model> byId(List<Long> ids) {
        return ids.isEmpty() ? Map.of()
                : models.list("id in ?1", ids).stream().collect(Collectors.toMap(model -> model.id, Function.identity()));
    }

    private void publish(Connection connection, BoardMaker maker) throws SQLException {
        try {
            write(connection, maker.byVotes(uncertainty(connection, maker.category(), Weights.VOTES)));
            write(connection, maker.byVoters(uncertainty(connection, maker.category(), Weights.VOTERS)));
        } catch (NotConvergedException e) {
            LOG.errorf(e, "The fit of %s did not converge: no snapshot of it is published", maker.category());
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

    public void write(Connection connection, String category, Weights weights, Uncertainty found) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement("""
                insert into uncertainty (category, weights, log_size, generated_at, models) values (?, ?, ?, ?, ?::jsonb)
                on conflict (category, weights) do update set log_size = excluded.log_size,
                    generated_at = excluded.generated_at, models = excluded.models""")) {
            upsert.setString(1, category);
            upsert.setString(2, weights.label());
            upsert.setLong(3, found.logSize());
            upsert.setTimestamp(4, Timestamp.from(found.at()));
            upsert.setString(5, text(found));
            upsert.executeUpdate();
        }
    }

    /** Writes a board; of the same minute only the newest stays. */
    private void write(Connection connection, Board board) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT);
                PreparedStatement replace = connection.prepareStatement(REPLACE)) {
            insert.setString(1, board.category());
            insert.setString(2, board.method());
            insert.setString(3, board.weights());
            insert.setBoolean(4, board.styleControl());
            insert.setLong(5, board.logSize());
            insert.setLong(6, board.votes());
            insert.setString(7, board.methodVersion());
            insert.setTimestamp(8, Timestamp.from(board.generatedAt()));
            insert.setString(9, text(board));
            figures(connection, insert, board.models());
            insert.executeUpdate();
            replace.setString(1, board.category());
            replace.setString(2, board.method());
            replace.setString(3, board.weights());
            replace.setBoolean(4, board.styleControl());
            replace.executeUpdate();
        }
    }

    private void figures(Connection connection, PreparedStatement insert, List<Board.Row> rows) throws SQLException {
        insert.setArray(10, connection.createArrayOf("text", rows.stream().map(Board.Row::slug).toArray()));
        insert.setArray(11, connection.createArrayOf("float4", rows.stream().map(row -> (float) row.rating()).toArray()));
        insert.setArray(12, connection.createArrayOf("float4", rows.stream().map(row -> real(row.low())).toArray()));
        insert.setArray(13, connection.createArrayOf("float4", rows.stream().map(row -> real(row.high())).toArray()));
        insert.setArray(14, connection.createArrayOf("int4", rows.stream().map(Board.Row::rank).toArray()));
    }

    private static Float real(Double value) {
        return value == null ? Float.NaN : value.floatValue();
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("it can't be written as JSON: " + value, e);
        }
    }

    /** Tells the replicas that there are new boards. */
    static void tell(Connection connection, long logSize) throws SQLException {
        try (PreparedStatement notify = connection.prepareStatement("select pg_notify(?, ?)")) {
            notify.setString(1, CHANNEL);
            notify.setString(2, Long.toString(logSize));
            notify.execute();
        }
    }

    /** After a day the newest of each hour stays, after 90 days the newest of each day. */
    public static void thin(Connection connection) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(THIN)) {
            delete.executeUpdate();
        }
    }
}
