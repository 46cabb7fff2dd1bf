package org.dohyo.leaderboard.board;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

import org.dohyo.support.Hashes;
import org.dohyo.vote.LogLeaf;

/**
 * The digest of a published board: SHA-256, in hexadecimal, of canonical JSON (RFC 8785) with the members category,
 * logSize, method, methodVersion, styleControl, votes and weights of the published board and, as models, the slug, the
 * rating and the votes of each, by the order of the slugs' UTF-16 code units. Anyone who has the board, or computes it
 * from the log, can compute it.
 */
public final class BoardDigest {

    private BoardDigest() {
    }

    public static String of(Board board) {
        Map<String, Object> members = identity(board);
        members.put("votes", board.votes());
        members.put("models", board.models().stream().sorted(Comparator.comparing(Board.Row::slug))
                .map(BoardDigest::model).toList());
        return Hashes.sha256Hex(LogLeaf.canonical(members));
    }

    /** The members that say which board it is, and of which votes. */
    public static Map<String, Object> identity(Board board) {
        Map<String, Object> members = new HashMap<>();
        members.put("category", board.category());
        members.put("logSize", board.logSize());
        members.put("method", board.method());
        members.put("methodVersion", board.methodVersion());
        members.put("styleControl", board.styleControl());
        members.put("weights", board.weights());
        return members;
    }

    private static Map<String, Object> model(Board.Row row) {
        return Map.of("slug", row.slug(), "rating", row.rating(), "votes", row.votes());
    }
}
