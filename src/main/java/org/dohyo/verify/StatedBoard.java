package org.dohyo.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.dohyo.support.Hashes;
import org.dohyo.vote.LogLeaf;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What the log states about a board that was published.
 *
 * @param logSize the number of entries from which it was computed
 * @param digest of its ratings and numbers of votes
 */
record StatedBoard(BoardName name, String methodVersion, long logSize, String digest) {

    private static final String KIND = "PUBLISH";

    /** The boards that an entry states; none if it is of another kind. Boards that no version knows are passed over. */
    static List<StatedBoard> in(JsonNode entry) {
        List<StatedBoard> stated = new ArrayList<>();
        if (entry.path("kind").asText().equals(KIND)) {
            for (JsonNode board : entry.path("boards")) {
                Optional<BoardName.Kind> kind = BoardName.Kind.of(board.path("method").asText(),
                        board.path("weights").asText(), board.path("styleControl").asBoolean());
                kind.ifPresent(known -> stated.add(new StatedBoard(
                        new BoardName(board.path("category").asText(), known), board.path("methodVersion").asText(),
                        board.path("logSize").asLong(-1), board.path("digest").asText())));
            }
        }
        return stated;
    }

    /** True if ratings by that version of the method are still computed in the same way. */
    boolean recomputable() {
        return methodVersion.equals(name.kind().version()) || methodVersion.equals(PublishedBoard.FORMER_VERSION);
    }

    /** True if the board that follows from the entries is the stated one. */
    boolean isOf(Figures figures) {
        Map<String, Object> members = new HashMap<>();
        members.put("category", name.category());
        members.put("logSize", logSize);
        members.put("method", name.kind().method());
        members.put("methodVersion", methodVersion);
        members.put("styleControl", name.kind().styled());
        members.put("weights", name.kind().weights());
        members.put("votes", figures.votes());
        List<Map<String, Object>> models = new ArrayList<>();
        figures.models().forEach((slug, row) -> models
                .add(Map.of("slug", slug, "rating", row.get("rating"), "votes", row.get("votes"))));
        members.put("models", models);
        return Hashes.sha256Hex(LogLeaf.canonical(members)).equals(digest);
    }
}
