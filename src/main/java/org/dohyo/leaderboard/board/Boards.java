package org.dohyo.leaderboard.board;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.dohyo.text.Categories;
import org.dohyo.web.cache.CompressedBody;
import org.dohyo.web.cache.ContentVersion;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;

/**
 * The newest boards, in this replica's memory. A thread listens for the job's notification on a connection of its own,
 * and reads new snapshots after each notification and every five seconds: a lost notification only delays the boards.
 */
@ApplicationScoped
public class Boards implements ContentVersion {

    private static final long STOP_MILLIS = 1_000;
    private static final int POLL_MILLIS = 5_000;
    private static final Logger LOG = Logger.getLogger(Boards.class);

    private final AgroalDataSource database;
    private final Snapshot.Repository snapshots;
    private final PromptBoard.Repository promptBoards;
    private final ObjectMapper json;
    private final Clock clock;
    private final Map<BoardKey, Published> newest = new ConcurrentHashMap<>();
    private final BroadcastProcessor<Board> published = BroadcastProcessor.create();
    private final Thread listener = new Thread(this::listen, "snapshot-listener");
    private volatile boolean stopping;
    private volatile long newestSnapshot;
    private volatile long newestPromptBoard;

    Boards(AgroalDataSource database, Snapshot.Repository snapshots, PromptBoard.Repository promptBoards,
            ObjectMapper json, Clock clock) {
        this.database = database;
        this.snapshots = snapshots;
        this.promptBoards = promptBoards;
        this.json = json;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        listener.setDaemon(true);
        listener.start();
    }

    /** Ends the listener while the connections still stand; it blocks in a read, so a notification has to wake it. */
    void stop(@Observes ShutdownEvent event) {
        stopping = true;
        try {
            QuarkusTransaction.requiringNew().run(() -> snapshots.notifyListeners(newestSnapshot));
            listener.join(STOP_MILLIS);
        } catch (RuntimeException e) {
            LOG.debug("The listener for snapshots ends with its connection", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** @param json the board as the public interface sends it, written once */
    public record Published(Board board, CompressedBody json) {
    }

    /** The newest such board; empty before the first vote. */
    public Published current(BoardKey key) {
        Published current = newest.get(key);
        return current != null ? current : published(Board.empty(key, clock.instant()));
    }

    /** The published default board of all votes. */
    public Board overall() {
        return current(BoardKey.of(Categories.OVERALL)).board();
    }

    /** True if a vote has ever counted in that category. */
    public boolean knows(String category) {
        return newest.containsKey(BoardKey.byVotes(category));
    }

    /** The newest default board of each category that has had a vote. */
    public List<Board> ofCategories() {
        return newest.entrySet().stream().filter(entry -> entry.getKey().equals(BoardKey.of(entry.getKey().category())))
                .map(entry -> entry.getValue().board()).toList();
    }

    /** The newest of each board that has had a vote. */
    public Map<BoardKey, Board> all() {
        Map<BoardKey, Board> all = new HashMap<>();
        newest.forEach((key, entry) -> all.put(key, entry.board()));
        return all;
    }

    /** The time at which the newest board was published; empty before the first vote. */
    public Optional<Instant> newestBoardAt() {
        return newest.values().stream().map(entry -> entry.board().generatedAt()).max(Comparator.naturalOrder());
    }

    /** The newest board by votes of each category that has had a vote. */
    public List<Board> byVotes() {
        return newest.entrySet().stream()
                .filter(entry -> entry.getKey().equals(BoardKey.byVotes(entry.getKey().category())))
                .map(entry -> entry.getValue().board()).toList();
    }

    /** Rises with each published board. */
    @Override
    public long version() {
        return newestSnapshot + newestPromptBoard;
    }

    /** The overall board, each time that boards were published. */
    public Multi<Board> published() {
        return published.onOverflow().dropPreviousItems();
    }

    private void listen() {
        while (!stopping) {
            try (Connection connection = database.getConnection()) {
                connection.createStatement().execute("listen " + Snapshot.Repository.CHANNEL);
                PGConnection notifications = connection.unwrap(PGConnection.class);
                while (!stopping) {
                    refresh();
                    notifications.getNotifications(POLL_MILLIS);
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

    private void refresh() {
        List<Snapshot.Stored> fresh = QuarkusTransaction.requiringNew()
                .call(() -> snapshots.newestAfter(newestSnapshot));
        List<Snapshot.Stored> byPrompts = QuarkusTransaction.requiringNew()
                .call(() -> promptBoards.newestAfter(newestPromptBoard));
        newestSnapshot = take(fresh, newestSnapshot);
        newestPromptBoard = take(byPrompts, newestPromptBoard);
        if (!fresh.isEmpty() || !byPrompts.isEmpty()) {
            published.onNext(overall());
        }
    }

    /** Returns the highest id, at least that of before. */
    private long take(List<Snapshot.Stored> fresh, long before) {
        long highest = before;
        for (Snapshot.Stored snapshot : fresh) {
            newest.put(snapshot.boardKey(), published(read(snapshot.board())));
            highest = Math.max(highest, snapshot.id());
        }
        return highest;
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

    /** The board as the public interface sends it. */
    public CompressedBody asJson(Board board) {
        try {
            return new CompressedBody(json.writeValueAsBytes(board));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a board can't be written as JSON", e);
        }
    }
}
