package org.dohyo.leaderboard;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

import org.dohyo.rating.PairCount;
import org.dohyo.rating.VoterVotes;
import org.dohyo.vote.LoggedStyle;
import org.dohyo.vote.Outcome;

/**
 * The log in compact arrays, an index for each position, for fits that need every vote: 30 bytes a vote. It is read on
 * where it was left: entries are never changed, so what was read stays right.
 */
final class LoggedVotes {

    /** Style features that a vote carries: tokens, headers, list items, bold spans. */
    static final int FEATURES = 4;

    private static final int FETCH_ROWS = 10_000;
    private static final Outcome[] OUTCOMES = Outcome.values();
    private static final String READ = """
            select model_a, model_b, outcome, categories, voter_tag, sign, style, case when sign = -1 then
                (select max(e.position) from log_entry e where e.vote_id = l.vote_id and e.position < l.position and e.sign = 1)
                end as undone
            from log_entry l where position >= ? order by position""";

    /** So many positions together, so that nothing is copied as the log grows. */
    private static final class Block {

        static final int SIZE = 1 << 16;

        final char[] a = new char[SIZE];
        final char[] b = new char[SIZE];
        final int[] voter = new int[SIZE];
        final int[] categories = new int[SIZE];
        final byte[] outcome = new byte[SIZE];
        final boolean[] counts = new boolean[SIZE];
        final float[] style = new float[SIZE * FEATURES];
    }

    private final List<Block> blocks = new ArrayList<>();
    private final Map<Long, Integer> places = new HashMap<>();
    private final List<Long> ids = new ArrayList<>();
    private final Map<Long, Integer> voters = new HashMap<>();
    private final Map<Set<String>, Integer> sets = new HashMap<>();
    private final List<Set<String>> setsByIndex = new ArrayList<>();
    private int size;

    /** How much of the log is here. */
    int size() {
        return size;
    }

    /** Reads what the log has beyond; the connection must be in a transaction, so that it is streamed. */
    void readOn(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(READ)) {
            select.setLong(1, size);
            select.setFetchSize(FETCH_ROWS);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    add(row);
                }
            }
        }
    }

    private void add(ResultSet row) throws SQLException {
        if (size % Block.SIZE == 0) {
            blocks.add(new Block());
        }
        Block block = blocks.get(size / Block.SIZE);
        int at = size % Block.SIZE;
        block.a[at] = place(row.getLong("model_a"));
        block.b[at] = place(row.getLong("model_b"));
        block.voter[at] = voters.computeIfAbsent(prefix(row.getBytes("voter_tag")), unused -> voters.size());
        block.categories[at] = set(Set.of((String[]) row.getArray("categories").getArray()));
        block.outcome[at] = (byte) Outcome.valueOf(row.getString("outcome")).ordinal();
        block.counts[at] = row.getInt("sign") == 1;
        style(row, block.style, at * FEATURES);
        long undone = row.getLong("undone");
        if (!row.wasNull()) {
            blocks.get((int) (undone / Block.SIZE)).counts[(int) (undone % Block.SIZE)] = false;
        }
        size++;
    }

    private static void style(ResultSet row, float[] style, int at) throws SQLException {
        Array array = row.getArray("style");
        Float[] logged = array == null ? null : (Float[]) array.getArray();
        for (int k = 0; k < FEATURES; k++) {
            float a = logged == null ? Float.NaN : logged[k];
            float b = logged == null ? Float.NaN : logged[LoggedStyle.FIGURES + k];
            style[at + k] = (a - b) / (a + b + 1);
        }
    }

    private char place(long id) {
        return (char) (int) places.computeIfAbsent(id, unused -> {
            ids.add(id);
            return ids.size() - 1;
        });
    }

    /** Eight of the tag's 32 bytes tell a million voters apart but for one chance in thirty million. */
    private static long prefix(byte[] tag) {
        long prefix = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            prefix = prefix << 8 | tag[i] & 0xff;
        }
        return prefix;
    }

    private int set(Set<String> categories) {
        return sets.computeIfAbsent(categories, unused -> {
            setsByIndex.add(categories);
            return setsByIndex.size() - 1;
        });
    }

    /** All categories that a counted vote is in. */
    Set<String> categories() {
        Set<String> all = new HashSet<>();
        setsByIndex.forEach(all::addAll);
        return all;
    }

    /** The positions of a category's counted votes, in log order. */
    int[] positions(String category) {
        boolean[] within = new boolean[setsByIndex.size()];
        for (int set = 0; set < within.length; set++) {
            within[set] = setsByIndex.get(set).contains(category);
        }
        IntPredicate wanted = position -> {
            Block block = block(position);
            return block.counts[position % Block.SIZE] && within[block.categories[position % Block.SIZE]];
        };
        return IntStream.range(0, size).filter(wanted).toArray();
    }

    private Block block(int position) {
        return blocks.get(position / Block.SIZE);
    }

    long modelA(int position) {
        return ids.get(block(position).a[position % Block.SIZE]);
    }

    long modelB(int position) {
        return ids.get(block(position).b[position % Block.SIZE]);
    }

    Outcome outcome(int position) {
        return OUTCOMES[block(position).outcome[position % Block.SIZE]];
    }

    /** How a feature differs between the sides, (a − b) / (a + b + 1); NaN where unknown. */
    float difference(int position, int feature) {
        return block(position).style[position % Block.SIZE * FEATURES + feature];
    }

    /** Some votes by voter, models told by their place among those that the votes name. */
    record Ballots(VoterVotes votes, List<Long> ids) {
    }

    Ballots ballots(int[] positions) {
        int[] ordered = byVoter(positions);
        List<Long> named = named(positions);
        Map<Long, Integer> index = new HashMap<>();
        named.forEach(id -> index.put(id, index.size()));
        VoterVotes votes = new VoterVotes(named.size());
        List<PairCount> ofVoter = new ArrayList<>();
        for (int i = 0; i < ordered.length; i++) {
            ofVoter.add(pair(ordered[i], index));
            if (i == ordered.length - 1 || voter(ordered[i]) != voter(ordered[i + 1])) {
                votes.add(ofVoter);
                ofVoter.clear();
            }
        }
        return new Ballots(votes, named);
    }

    /** The models of some votes, by rising id. */
    private List<Long> named(int[] positions) {
        BitSet named = new BitSet();
        for (int position : positions) {
            named.set(block(position).a[position % Block.SIZE]);
            named.set(block(position).b[position % Block.SIZE]);
        }
        return named.stream().mapToObj(ids::get).sorted().toList();
    }

    private int voter(int position) {
        return block(position).voter[position % Block.SIZE];
    }

    private PairCount pair(int position, Map<Long, Integer> index) {
        int a = index.get(modelA(position));
        int b = index.get(modelB(position));
        return switch (outcome(position)) {
            case A -> new PairCount(a, b, 1, 0, 0, 0);
            case B -> new PairCount(a, b, 0, 1, 0, 0);
            case TIE -> new PairCount(a, b, 0, 0, 1, 0);
            case BOTH_BAD -> new PairCount(a, b, 0, 0, 0, 1);
        };
    }

    /** The same positions, those of a voter together: a counting sort. */
    private int[] byVoter(int[] positions) {
        int[] next = new int[voters.size() + 1];
        for (int position : positions) {
            next[voter(position) + 1]++;
        }
        for (int voter = 0; voter < voters.size(); voter++) {
            next[voter + 1] += next[voter];
        }
        int[] ordered = new int[positions.length];
        for (int position : positions) {
            ordered[next[voter(position)]++] = position;
        }
        return ordered;
    }
}
