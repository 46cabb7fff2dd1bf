package org.dohyo.verify;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.dohyo.log.tree.LogFormatException;
import org.dohyo.rating.NotConvergedException;
import org.dohyo.verify.Report.Outcome;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Compares each published board with the one that follows from the entries. */
final class BoardCheck {

    private static final String CHECK = "board";
    private static final int LONGEST = 32 << 20;
    private static final int MOST_CATEGORIES = 1_000;
    private static final int SHOWN = 5;
    private static final String FORMER = ", but for its ranges of ranks and votes to flip: version "
            + PublishedBoard.FORMER_VERSION + " of the method drew them with Java's own random numbers";
    private static final String NOT_RECOMPUTED = "not recomputed, because entries don't have it: names, makers and "
            + "licences of models, which of them are demos or retired, and when boards were published";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Source source;
    private final Report report;
    private final Map<BoardName, PublishedBoard> boards = new LinkedHashMap<>();
    // The newest of each board.
    private final Map<BoardName, StatedBoard> stated = new LinkedHashMap<>();

    BoardCheck(Source source, Report report) {
        this.source = source;
        this.report = report;
    }

    /** Reads the boards of all categories with a vote. To be done before the checkpoint is read, which covers them. */
    void read() {
        try {
            listed().forEach(this::read);
        } catch (LogFormatException | Source.MissingException e) {
            report.add(CHECK, Outcome.FAILED, "the categories: " + e.getMessage());
        }
    }

    private Set<String> listed() {
        Set<String> slugs = new LinkedHashSet<>();
        try {
            for (JsonNode category : JSON.readTree(source.read("api/categories", LONGEST)).path("categories")) {
                if (category.path("votes").asLong() > 0) {
                    slugs.add(category.path("slug").asText());
                }
            }
        } catch (IOException e) {
            throw new LogFormatException("no list of categories");
        }
        if (slugs.size() > MOST_CATEGORIES) {
            throw new LogFormatException("more than " + MOST_CATEGORIES);
        }
        return slugs;
    }

    private void read(String category) {
        for (BoardName.Kind kind : BoardName.Kind.values()) {
            BoardName name = new BoardName(category, kind);
            try {
                boards.put(name, board(name));
            } catch (LogFormatException | Source.MissingException e) {
                report.add(CHECK, Outcome.FAILED, name + ": " + e.getMessage());
            }
        }
    }

    private PublishedBoard board(BoardName name) {
        return PublishedBoard.parse(name, source.read(name.path(), LONGEST));
    }

    /** Remembers what an entry states about boards. */
    void state(JsonNode entry) {
        StatedBoard.in(entry).forEach(board -> stated.put(board.name(), board));
    }

    /** @param size the number of entries that are signed and were read */
    void compare(CountedVotes votes, long size) {
        List<String> unlisted = new ArrayList<>(votes.categories());
        boards.keySet().forEach(name -> unlisted.remove(name.category()));
        unlisted.stream().filter(category -> votes.counted(category, size).length > 0).forEach(this::read);
        Recomputation recomputation = new Recomputation(votes);
        boards.forEach((name, board) -> compare(board, votes, recomputation, size));
        stated.values().stream().filter(StatedBoard::recomputable)
                .forEach(board -> compare(board, recomputation, size));
        if (!boards.isEmpty()) {
            report.add(CHECK, Outcome.NOTE, NOT_RECOMPUTED);
        }
    }

    private void compare(PublishedBoard board, CountedVotes votes, Recomputation recomputation, long size) {
        Long uncertainty = board.uncertaintyLogSize();
        if (board.logSize() < 0 || uncertainty != null && uncertainty < 0) {
            report.add(CHECK, Outcome.FAILED, board.name() + ": its log has a negative size");
            return;
        }
        if (board.logSize() > size || uncertainty != null && uncertainty > size) {
            report.add(CHECK, source.live() ? Outcome.FAILED : Outcome.NOTE,
                    board.name() + ": it was computed from more than the " + size + " entries that are signed");
            return;
        }
        try {
            Figures expected = recomputation.board(board.name(), board.empty() ? size : board.logSize(), uncertainty,
                    board.ranged());
            if (board.empty() && expected.models().isEmpty()) {
                return;
            }
            if (board.empty() && board.name().kind().late()) {
                report.add(CHECK, Outcome.NOTE, board.name() + ": not published yet");
                return;
            }
            List<String> differences = board.differences(expected);
            if (!differences.isEmpty()) {
                report.add(CHECK, Outcome.FAILED, board.name() + ": " + shown(differences));
            } else if (upToDate(board, votes, size)) {
                report.add(CHECK, board.ranged() ? Outcome.OK : Outcome.NOTE, board.name()
                        + ": equal to the last bit at " + board.logSize() + " entries"
                        + (board.ranged() ? "" : FORMER));
            }
        } catch (NotConvergedException e) {
            report.add(CHECK, Outcome.FAILED, board.name() + ": the votes have no such board");
        } catch (LogFormatException | Source.MissingException | IllegalArgumentException | ArithmeticException e) {
            report.add(CHECK, Outcome.FAILED, board.name() + ": " + e.getMessage());
        }
    }

    private void compare(StatedBoard board, Recomputation recomputation, long size) {
        String what = board.name() + " at " + board.logSize() + " entries";
        boolean right = false;
        try {
            right = board.logSize() >= 0 && board.logSize() <= size
                    && board.isOf(recomputation.board(board.name(), board.logSize(), null, false));
        } catch (NotConvergedException | IllegalArgumentException | ArithmeticException e) {
            what += " (the votes have no such board)";
        }
        report.add("statement", right ? Outcome.OK : Outcome.FAILED,
                what + (right ? ": as the log states it" : ": not as the log states it"));
    }

    private static String shown(List<String> differences) {
        String first = String.join("; ", differences.subList(0, Math.min(SHOWN, differences.size())));
        return differences.size() > SHOWN ? first + " and " + (differences.size() - SHOWN) + " more" : first;
    }

    /**
     * Reports a board that lacks votes of the log. While it was read there may have been new ones: a second reading
     * must have them. Some boards follow later.
     */
    private boolean upToDate(PublishedBoard board, CountedVotes votes, long size) {
        String category = board.name().category();
        int missing = votes.changes(category, size).length - votes.changes(category, board.logSize()).length;
        if (missing == 0) {
            return true;
        }
        boolean old = !board.name().kind().late() && source.live()
                && votes.changes(category, size).length > votes.changes(category,
                        board(board.name()).logSize()).length;
        report.add(CHECK, old ? Outcome.FAILED : Outcome.NOTE, board.name() + ": equal to the last bit at "
                + board.logSize() + " entries, but " + missing + " newer votes aren't in it");
        return false;
    }
}
