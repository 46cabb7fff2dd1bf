package org.dohyo.leaderboard.job;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.dohyo.leaderboard.board.Board;
import org.dohyo.leaderboard.board.BoardDigest;
import org.dohyo.leaderboard.board.Boards;
import org.dohyo.support.BeatGate;
import org.dohyo.vote.EntryKind;
import org.dohyo.vote.statement.Statements;
import org.dohyo.vote.statement.Statements.Statement;

import io.quarkus.scheduler.Scheduled;

/**
 * States the digests of published boards in the log, at most once a minute, as often as snapshots are kept: of each
 * board that has been published anew since.
 */
@ApplicationScoped
class BoardStatements {

    private static final Duration PAUSE = Duration.ofMinutes(1);
    /** So that an entry stays below the 65,535 bytes that a bundle allows. */
    private static final int MOST_BOARDS = 100;

    private final Boards boards;
    private final Statements statements;

    BoardStatements(Boards boards, Statements statements) {
        this.boards = boards;
        this.statements = statements;
    }

    @Scheduled(identity = "board-statements", every = "5s", delayed = "5s", concurrentExecution = SKIP,
            skipExecutionIf = BeatGate.class)
    @Transactional
    void state() {
        Map<String, Board> published = new TreeMap<>();
        boards.all().forEach((key, board) -> published.put("board " + key, board));
        long newest = published.values().stream().mapToLong(Board::logSize).max().orElse(0);
        if (newest == 0 || statements.change(Map.of("boards", Long.toString(newest)), PAUSE).isEmpty()) {
            return;
        }
        Map<String, String> states = new HashMap<>();
        published.forEach((subject, board) -> states.put(subject, board.methodVersion() + " " + board.logSize()));
        List<Map<String, Object>> changed = statements.change(states, Duration.ZERO).keySet().stream()
                .map(subject -> digest(published.get(subject))).toList();
        statements.queue(entries(changed));
    }

    private static Map<String, Object> digest(Board board) {
        Map<String, Object> members = BoardDigest.identity(board);
        members.put("digest", BoardDigest.of(board));
        return members;
    }

    private static List<Statement> entries(List<Map<String, Object>> digests) {
        List<Statement> entries = new ArrayList<>();
        for (int from = 0; from < digests.size(); from += MOST_BOARDS) {
            entries.add(new Statement(EntryKind.PUBLISH, Map.of("boards",
                    digests.subList(from, Math.min(from + MOST_BOARDS, digests.size())))));
        }
        return entries;
    }
}
