package org.dohyo.leaderboard.count;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.dohyo.battle.Outcome;
import org.dohyo.battle.Stratum;
import org.dohyo.rating.PairCount;
import org.dohyo.rating.PairCounts;
import org.dohyo.rating.StyleVotes;
import org.dohyo.rating.VoterVotes;
import org.dohyo.text.StyleFeature;
import org.jdbi.v3.core.Jdbi;

/**
 * The log in compact arrays, an index for each position, for fits that need every vote: 39 bytes per vote. Entries are
 * never changed, so only new ones are read.
 */
public final class LoggedVotes {

    private static final int FEATURES = StyleFeature.CONTROLLED.size();
    private static final int FETCH_ROWS = 10_000;
    /** Of votes whose prompt's group isn't known. */
    private static final long NO_PROMPT = 0;
    private static final Outcome[] OUTCOMES = Outcome.values();
    private static final String READ = """
            select model_a, model_b, outcome, categories, cast(categories as text) as categories_text, voter_tag, sign, style, vote_id, stratum, prompt_group, case when sign = -1 then
                (select max(e.position) from entry_of_vote e where e.vote_id = l.vote_id and e.position < l.position and e.sign = 1)
                end as undone
            from vote_log l where position >= :from order by position""";

    /** A block of positions; with blocks, nothing is copied as the log grows. */
    private static final class Block {

        static final int SIZE = 1 << 16;

        final char[] a = new char[SIZE];
        final char[] b = new char[SIZE];
        final int[] voter = new int[SIZE];
        final int[] categories = new int[SIZE];
        final byte[] outcome = new byte[SIZE];
        final boolean[] counts = new boolean[SIZE];
        final long[] prompt = new long[SIZE];
        final boolean[] firstUse = new boolean[SIZE];
        final float[] style = new float[SIZE * FEATURES];
    }

    private final List<Block> blocks = new ArrayList<>();
    private final Map<Long, Integer> indexes = new HashMap<>();
    private final List<Long> ids = new ArrayList<>();
    private final Map<Long, Integer> voters = new HashMap<>();
    /** By the array's text. */
    private final Map<String, Integer> sets = new HashMap<>();
    private final List<Set<String>> setsByIndex = new ArrayList<>();
    private final Map<Use, UUID> firstUses = new HashMap<>();
    private final List<Long> unusableStyles = new ArrayList<>();
    private int size;

    /** A voter's use of a suggested prompt. */
    private record Use(int voter, long prompt) {
    }

    /** The models of all entries, in no order. */
    public List<Long> models() {
        return List.copyOf(ids);
    }

    /** The number of log entries that have been read. */
    public int size() {
        return size;
    }

    /** Reads the log's new entries; in a transaction, so that they are streamed. */
    public void readOn(Jdbi jdbi) {
        jdbi.useHandle(
                handle -> handle.createQuery(READ).bind("from", size).setFetchSize(FETCH_ROWS).map((row, context) -> {
                    add(row);
                    return size;
                }).useStream(Stream::count));
    }

    private void add(ResultSet row) throws SQLException {
        if (size % Block.SIZE == 0) {
            blocks.add(new Block());
        }
        Block block = blocks.get(size / Block.SIZE);
        int at = size % Block.SIZE;
        block.a[at] = index(row.getLong("model_a"));
        block.b[at] = index(row.getLong("model_b"));
        block.voter[at] = voters.computeIfAbsent(prefix(row.getBytes("voter_tag")), unused -> voters.size());
        block.categories[at] = set(row);
        block.outcome[at] = (byte) Outcome.valueOf(row.getString("outcome")).ordinal();
        block.counts[at] = row.getInt("sign") == 1;
        if (!style(row, block.style, at * FEATURES)) {
            unusableStyles.add((long) size);
        }
        byte[] group = row.getBytes("prompt_group");
        block.prompt[at] = group == null ? NO_PROMPT : prefix(group);
        block.firstUse[at] = group != null && Stratum.SUGGESTED.name().equals(row.getString("stratum"))
                && isFirst(new Use(block.voter[at], block.prompt[at]), row.getObject("vote_id", UUID.class));
        long undone = row.getLong("undone");
        if (!row.wasNull()) {
            blocks.get((int) (undone / Block.SIZE)).counts[(int) (undone % Block.SIZE)] = false;
        }
        size++;
    }

    /** A later entry on the same vote, such as its return to the ratings, is about the first use too. */
    private boolean isFirst(Use use, UUID vote) {
        return firstUses.computeIfAbsent(use, unused -> vote).equals(vote);
    }

    /**
     * Positions of entries whose style is out of range, in log order. They count like votes of unknown style: in all
     * boards but those that hold style constant.
     */
    public List<Long> unusableStyles() {
        return unusableStyles;
    }

    /** Returns false if the entry has a style, but not one that can be compared; it is taken as unknown then. */
    private static boolean style(ResultSet row, float[] style, int at) throws SQLException {
        Array array = row.getArray("style");
        Float[] logged = array == null ? null : (Float[]) array.getArray();
        boolean usable = logged == null || usable(logged);
        for (int k = 0; k < FEATURES; k++) {
            StyleFeature feature = StyleFeature.CONTROLLED.get(k);
            style[at + k] = logged == null || !usable ? Float.NaN
                    : StyleVotes.difference(logged[feature.indexOfA()], logged[feature.indexOfB()]);
        }
        return usable;
    }

    private static boolean usable(Float[] logged) {
        return logged.length == StyleFeature.arraySize() && StyleFeature.CONTROLLED.stream()
                .allMatch(feature -> usable(logged[feature.indexOfA()]) && usable(logged[feature.indexOfB()]));
    }

    private static boolean usable(Float figure) {
        return figure != null && StyleVotes.usable(figure);
    }

    private char index(long id) {
        return (char) (int) indexes.computeIfAbsent(id, unused -> {
            ids.add(id);
            return ids.size() - 1;
        });
    }

    /**
     * Eight of the tag's 32 bytes: the probability that any two of a million voters share them is one in thirty
     * million.
     */
    private static long prefix(byte[] tag) {
        long prefix = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            prefix = prefix << 8 | tag[i] & 0xff;
        }
        return prefix;
    }

    /** The index of the entry's set of categories; the few sets there are, are read once each. */
    private int set(ResultSet row) throws SQLException {
        String text = row.getString("categories_text");
        Integer known = sets.get(text);
        if (known == null) {
            setsByIndex.add(Set.of((String[]) row.getArray("categories").getArray()));
            known = setsByIndex.size() - 1;
            sets.put(text, known);
        }
        return known;
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

    /** The differences of the features between the sides, (a − b) / (a + b + 1); NaN if unknown. */
    private float[] differences(int position) {
        int at = position % Block.SIZE * FEATURES;
        return Arrays.copyOfRange(block(position).style, at, at + FEATURES);
    }

    /** Some votes with their style; models are identified by their index in {@code ids}. */
    public record StyleBallots(StyleVotes votes, PairCounts counts, List<Long> ids) {
    }

    /**
     * Those of the votes for which the style of both answers is known.
     *
     * @param order of the models' ids
     */
    public StyleBallots styleBallots(int[] positions, Comparator<Long> order) {
        int[] known = IntStream.of(positions).filter(position -> !Float.isNaN(differences(position)[0])).toArray();
        List<Long> named = named(known, order);
        Map<Long, Integer> index = index(named);
        StyleVotes votes = new StyleVotes(named.size(), FEATURES);
        long[][][] counts = new long[named.size()][named.size()][OUTCOMES.length];
        for (int position : known) {
            int a = index.get(modelA(position));
            int b = index.get(modelB(position));
            votes.add(a, b, outcome(position).scoreA(), differences(position));
            counts[a][b][outcome(position).ordinal()]++;
        }
        return new StyleBallots(votes, new PairCounts(named.size(), pairs(counts)), named);
    }

    private static List<PairCount> pairs(long[][][] counts) {
        List<PairCount> pairs = new ArrayList<>();
        for (int a = 0; a < counts.length; a++) {
            for (int b = 0; b < counts.length; b++) {
                for (Outcome outcome : OUTCOMES) {
                    if (counts[a][b][outcome.ordinal()] > 0) {
                        pairs.add(pair(a, b, outcome, counts[a][b][outcome.ordinal()]));
                    }
                }
            }
        }
        return pairs;
    }

    /** Some votes by voter; models are identified by their index in {@code ids}. */
    public record Ballots(VoterVotes votes, List<Long> ids) {
    }

    /** @param order of the models' ids */
    public Ballots ballots(int[] positions, Comparator<Long> order) {
        int[] ordered = byVoter(positions);
        List<Long> named = named(positions, order);
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

    /** Those of the votes that are a voter's first on a suggested prompt, in log order. */
    public int[] firstUses(int[] positions) {
        return IntStream.of(positions).filter(position -> block(position).firstUse[position % Block.SIZE]).toArray();
    }

    /** True if it is known of any of the votes which others are on the same prompt. */
    public boolean anyPrompt(int[] positions) {
        return IntStream.of(positions).anyMatch(position -> prompt(position) != NO_PROMPT);
    }

    /**
     * The votes by prompt instead of by voter; one whose prompt isn't known is taken as the only one on its prompt.
     *
     * @param order of the models' ids
     */
    public Ballots ballotsByPrompt(int[] positions, Comparator<Long> order) {
        List<Long> named = named(positions, order);
        Map<Long, Integer> index = index(named);
        Set<Long> repeated = repeatedPrompts(positions);
        VoterVotes votes = new VoterVotes(named.size());
        Map<Long, List<PairCount>> ofPrompts = new LinkedHashMap<>();
        for (int position : positions) {
            PairCount vote = pair(position, index);
            if (repeated.contains(prompt(position))) {
                ofPrompts.computeIfAbsent(prompt(position), unused -> new ArrayList<>()).add(vote);
            } else {
                votes.add(List.of(vote));
            }
        }
        ofPrompts.values().forEach(votes::add);
        return new Ballots(votes, named);
    }

    private Set<Long> repeatedPrompts(int[] positions) {
        long[] prompts = IntStream.of(positions).mapToLong(this::prompt).sorted().toArray();
        return IntStream.range(1, prompts.length).filter(i -> prompts[i] == prompts[i - 1] && prompts[i] != NO_PROMPT)
                .mapToObj(i -> prompts[i]).collect(Collectors.toSet());
    }

    private long prompt(int position) {
        return block(position).prompt[position % Block.SIZE];
    }

    /** The votes by pair, unweighted; models are identified by their index in {@code ids}. */
    public PairCounts counts(int[] positions, List<Long> ids) {
        Map<Long, Integer> index = index(ids);
        return new PairCounts(ids.size(), IntStream.of(positions).mapToObj(position -> pair(position, index)).toList());
    }

    private static Map<Long, Integer> index(List<Long> ids) {
        Map<Long, Integer> index = new HashMap<>();
        ids.forEach(id -> index.put(id, index.size()));
        return index;
    }

    /** The models of some votes. */
    private List<Long> named(int[] positions, Comparator<Long> order) {
        BitSet named = new BitSet();
        for (int position : positions) {
            named.set(block(position).a[position % Block.SIZE]);
            named.set(block(position).b[position % Block.SIZE]);
        }
        return named.stream().mapToObj(ids::get).sorted(order).toList();
    }

    private int voter(int position) {
        return block(position).voter[position % Block.SIZE];
    }

    private PairCount pair(int position, Map<Long, Integer> index) {
        return pair(index.get(modelA(position)), index.get(modelB(position)), outcome(position), 1);
    }

    private static PairCount pair(int a, int b, Outcome outcome, long votes) {
        return switch (outcome) {
            case A -> new PairCount(a, b, votes, 0, 0, 0);
            case B -> new PairCount(a, b, 0, votes, 0, 0);
            case TIE -> new PairCount(a, b, 0, 0, votes, 0);
            case BOTH_BAD -> new PairCount(a, b, 0, 0, 0, votes);
        };
    }

    /** The same positions, grouped by voter in the order of the voters' first ones: a counting sort. */
    private int[] byVoter(int[] positions) {
        int[] numbers = new int[voters.size()];
        int[] next = new int[voters.size() + 1];
        int known = 0;
        for (int position : positions) {
            if (numbers[voter(position)] == 0) {
                numbers[voter(position)] = ++known;
            }
            next[numbers[voter(position)]]++;
        }
        for (int number = 0; number < known; number++) {
            next[number + 1] += next[number];
        }
        int[] ordered = new int[positions.length];
        for (int position : positions) {
            ordered[next[numbers[voter(position)] - 1]++] = position;
        }
        return ordered;
    }
}
