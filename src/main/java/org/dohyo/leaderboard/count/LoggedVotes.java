package org.dohyo.leaderboard.count;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

import org.dohyo.rating.PairCount;
import org.dohyo.rating.PairCounts;
import org.dohyo.rating.StyleFeature;
import org.dohyo.rating.StyleVotes;
import org.dohyo.rating.VoterVotes;
import org.dohyo.vote.LoggedStyle;
import org.dohyo.vote.Outcome;

/**
 * The log in compact arrays, an index for each position, for fits that need every vote: 30 bytes a vote. It is read on
 * where it was left: entries are never changed, so what was read stays right.
 */
public final class LoggedVotes {

    // Tokens, headers, list items, bold spans.
    private static final int FEATURES = 4;

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
    public int size() {
        return size;
    }

    /** Reads what the log has beyond; the connection must be in a transaction, so that it is streamed. */
    public void readOn(Connection connection) throws SQLException {
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

    /** The positions of a category's counted votes, in log order. */
    public int[] positions(String category) {
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

    private long modelA(int position) {
        return ids.get(block(position).a[position % Block.SIZE]);
    }

    private long modelB(int position) {
        return ids.get(block(position).b[position % Block.SIZE]);
    }

    private Outcome outcome(int position) {
        return OUTCOMES[block(position).outcome[position % Block.SIZE]];
    }

    /** How the features differ between the sides, (a − b) / (a + b + 1); NaN where unknown. */
    private float[] differences(int position) {
        int at = position % Block.SIZE * FEATURES;
        return Arrays.copyOfRange(block(position).style, at, at + FEATURES);
    }

    /** Some votes with their style; models told by their place in {@code ids}. */
    public record Styled(StyleVotes votes, PairCounts counts, List<Long> ids) {
    }

    /** Those of the votes of which the style of both answers is known. */
    public Styled styled(int[] positions) {
        int[] known = IntStream.of(positions).filter(position -> !Float.isNaN(differences(position)[0])).toArray();
        List<Long> named = named(known);
        Map<Long, Integer> index = index(named);
        StyleVotes votes = new StyleVotes(named.size(), StyleFeature.STYLE);
        long[][][] counts = new long[named.size()][named.size()][OUTCOMES.length];
        for (int position : known) {
            int a = index.get(modelA(position));
            int b = index.get(modelB(position));
            votes.add(a, b, outcome(position).scoreA(), differences(position));
            counts[a][b][outcome(position).ordinal()]++;
        }
        return new Styled(votes, new PairCounts(named.size(), pairs(counts)), named);
    }

    private static List<PairCount> pairs(long[][][] counts) {
        List<PairCount> pairs = new ArrayList<>();
        for (int a = 0; a < counts.length; a++) {
            for (int b = 0; b < counts.length; b++) {
                if (a != b) {
                    long[] of = counts[a][b];
                    pairs.add(new PairCount(a, b, of[Outcome.A.ordinal()], of[Outcome.B.ordinal()], of[Outcome.TIE.ordinal()],
                            of[Outcome.BOTH_BAD.ordinal()]));
                }
            }
        }
        return pairs;
    }

    /** Some votes by voter, models told by their place among those that the votes name. */
    public record Ballots(VoterVotes votes, List<Long> ids) {
    }

    public Ballots ballots(int[] positions) {
        int[] ordered = byVoter(positions);
        List<Long> named = named(positions);
        Map<Long, Integer> index = index(named);
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

    private static Map<Long, Integer> index(List<Long> ids) {
        Map<Long, Integer> index = new HashMap<>();
        ids.forEach(id -> index.put(id, index.size()));
        return index;
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
