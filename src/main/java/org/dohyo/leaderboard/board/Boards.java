package org.dohyo.leaderboard.board;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.dohyo.leaderboard.count.Weights;
import org.dohyo.text.Categories;
import org.dohyo.web.cache.Body;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;

/**
 * The newest boards in this replica's memory. One thread listens for the job's notice on a connection of its own and
 * looks into the table after each, and every five seconds anyway: the notice is a hint, the table the truth.
 */
@ApplicationScoped
public class Boards {

    /** Names how ratings are made; a change of method is a new one. */
    public static final String METHOD_VERSION = "3";

    private static final int POLL_MILLIS = 5_000;
    private static final Logger LOG = Logger.getLogger(Boards.class);

    private final AgroalDataSource database;
    private final ObjectMapper json;
    private final Clock clock;
    private final Map<BoardKey, Published> newest = new ConcurrentHashMap<>();
    private final BroadcastProcessor<Board> published = BroadcastProcessor.create();
    private final Thread listener = new Thread(this::listen, "snapshot-listener");
    private volatile boolean stopping;
    private volatile long seen;

    Boards(AgroalDataSource database, ObjectMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        listener.setDaemon(true);
        listener.start();
    }

    @PreDestroy
    void stop() {
        stopping = true;
        listener.interrupt();
    }

    /** @param json the board as the interface sends it, made once */
    public record Published(Board board, Body json) {
    }

    /** The newest board of that kind, empty before the first vote. */
    public Published current(BoardKey key) {
        Published published = newest.get(key);
        return published != null ? published : published(Board.empty(key, clock.instant()));
    }

    /** The published default board of all votes. */
    public Board overall() {
        return current(BoardKey.of(Categories.OVERALL)).board();
    }

    /** Whether a vote has ever counted in that category. */
    public boolean knows(String category) {
        return newest.containsKey(new BoardKey(category, "bt", Weights.VOTES, false));
    }

    /** The newest default board of each category that has had a vote. */
    public List<Board> ofCategories() {
        return newest.entrySet().stream().filter(entry -> entry.getKey().equals(BoardKey.of(entry.getKey().category())))
                .map(entry -> entry.getValue().board()).toList();
    }

    /** When the newest board was published; empty before the first vote. */
    public Optional<Instant> newestSnapshot() {
        return newest.values().stream().map(entry -> entry.board().generatedAt()).max(Comparator.naturalOrder());
    }

    /** Rises with each published board. */
    public long version() {
        return seen;
    }

    /** The overall board, each time that it changed. */
    public Multi<Board> published() {
        return published.onOverflow().dropPreviousItems();
    }

    private void listen() {
        while (!stopping) {
            try (Connection connection = database.getConnection()) {
                connection.createStatement().execute("listen " + Snapshots.CHANNEL);
                PGConnection notices = connection.unwrap(PGConnection.class);
                while (!stopping) {
                    refresh(connection);
                    notices.getNotifications(POLL_MILLIS);
                }
            } catch (SQLException | RuntimeException e) {
                if (!stopping) {
                    LOG.warnf("The snapshots can't be read now (%s); trying again", e.getMessage());
                    pause();
                }
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(1_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void refresh(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select distinct on (category, method, weights, style_control) id, category, method, weights,
                    style_control, board
                from snapshot
                where id > ? order by category, method, weights, style_control, id desc""")) {
            select.setLong(1, seen);
            long highest = seen;
            boolean moved = false;
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    highest = Math.max(highest, row.getLong("id"));
                    newest.put(new BoardKey(row.getString("category"), row.getString("method"),
                            Weights.ofLabel(row.getString("weights")).orElseThrow(), row.getBoolean("style_control")),
                            published(read(row.getString("board"))));
                    moved = true;
                }
            }
            seen = highest;
            if (moved) {
                published.onNext(overall());
            }
        }
    }

    private Board read(String board) {
        try {
            return json.readValue(board, Board.class);
        } catch (IOException e) {
            throw new IllegalStateException("a stored board can't be read", e);
        }
    }

    private Published published(Board board) {
        return new Published(board, asJson(board));
    }

    public Body asJson(Board board) {
        try {
            return new Body(json.writeValueAsBytes(board));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a board can't be written as JSON", e);
        }
    }
}
