package org.dohyo.vote.imported;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.dohyo.battle.Outcome;
import org.dohyo.vote.EntryKind;
import org.dohyo.vote.HistoryVotes;
import org.dohyo.vote.LogEntry;
import org.dohyo.vote.LogLeaf;
import org.dohyo.vote.LoggedStyle;
import org.dohyo.vote.VoteLog;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Imported votes in the order in which they are queued, with all that the log keeps of them but their positions.
 *
 * @param blocks in which they are queued
 * @param last the last block's place in the queue; the one after which they were read if there are none
 * @param more true if others may follow
 */
record NextVotes(List<Queued> votes, int blocks, long last, boolean more) {

    // Each look-up by itself: with a join the planner may read both tables whole for every pass.
    private static final String READ = """
            select q.id, q.size, v.*, b.*, a.slug as slug_a, m.slug as slug_b
            from (select id, size, votes from import_queue where id > ? order by id limit ?) q
            cross join lateral unnest(q.votes) with ordinality as queued (vote_id, place)
            cross join lateral (select id as vote_id, battle_id as of_battle, cast_at as at, outcome, categories,
                    cast(categories as text) as categories_text, categories_version,
                    style_a, style_b, commitment, counted, not_counted_reason, voter_tag, stratum, prompt_group
                from vote where id = queued.vote_id offset 0) v
            cross join lateral (select id as battle_id, origin, model_a, revision_a, model_b, revision_b, propensity
                from battle_models where id = v.of_battle offset 0) b
            join model_summary a on a.id = b.model_a join model_summary m on m.id = b.model_b
            order by q.id, queued.place""";

    private static final String TAKE = """
            delete from import_queue where id <= ? and (select count(*) from import_queue where id <= ?) = ?""";

    /**
     * A queued vote.
     *
     * @param entry its position is the place among these votes
     * @param row as {@link EntryCopy#row}
     */
    record Queued(LogEntry entry, String row) {
    }

    /**
     * Reads the votes of the first blocks that are queued after a place.
     *
     * @param most blocks
     * @throws IllegalStateException if one of the votes can't be logged as it is
     */
    static NextVotes after(Connection connection, long place, int most) throws SQLException {
        List<Queued> votes = new ArrayList<>(most * HistoryVotes.BLOCK);
        Map<Long, Integer> blocks = new HashMap<>();
        long last = place;
        try (PreparedStatement read = connection.prepareStatement(READ)) {
            read.setLong(1, place);
            read.setInt(2, most);
            try (ResultSet row = read.executeQuery()) {
                Map<String, String[]> categories = new HashMap<>();
                while (row.next()) {
                    votes.add(queued(row, categories(row, categories), votes.size()));
                    last = row.getLong("id");
                    blocks.put(last, row.getInt("size"));
                }
            }
        }
        if (votes.size() != blocks.values().stream().mapToInt(size -> size).sum()) {
            throw new IllegalStateException("a queued vote doesn't exist");
        }
        return new NextVotes(votes, blocks.size(), last, blocks.size() == most);
    }

    /** The few sets of categories are parsed once each, and their texts, by which votes are counted, hashed once. */
    private static String[] categories(ResultSet row, Map<String, String[]> known) throws SQLException {
        String text = row.getString("categories_text");
        if (!known.containsKey(text)) {
            known.put(text, (String[]) row.getArray("categories").getArray());
        }
        return known.get(text);
    }

    private static Queued queued(ResultSet row, String[] categories, int place) throws SQLException {
        JsonNode styleA = VoteLog.json(row.getString("style_a"));
        JsonNode styleB = VoteLog.json(row.getString("style_b"));
        LogLeaf leaf = LogLeaf
                .of(VoteLog.fields(EntryKind.CAST, categories, styleA, styleB, null, row));
        LogEntry entry = new LogEntry(place, row.getObject("vote_id", UUID.class), row.getLong("model_a"),
                row.getLong("model_b"), Outcome.valueOf(row.getString("outcome")), List.of(categories),
                row.getBytes("voter_tag"), row.getBoolean("counted") ? EntryKind.CAST.sign() : 0);
        return new Queued(entry, EntryCopy.row(entry, leaf, LoggedStyle.of(styleA, styleB)));
    }

    int size() {
        return votes.size();
    }

    /** Takes the votes from the queue; returns false, and takes none, if they are not the first ones in it. */
    boolean take(Connection connection) throws SQLException {
        try (PreparedStatement take = connection.prepareStatement(TAKE)) {
            take.setLong(1, last);
            take.setLong(2, last);
            take.setLong(3, blocks);
            return take.executeUpdate() == blocks;
        }
    }
}
