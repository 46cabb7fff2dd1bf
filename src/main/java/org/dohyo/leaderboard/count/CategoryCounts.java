package org.dohyo.leaderboard.count;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.dohyo.battle.Outcome;
import org.dohyo.vote.LogEntry;
import org.jdbi.v3.core.argument.Argument;

/** Sums up what a batch of log entries adds to the counts, before it is written. */
public final class CategoryCounts {

    /** The same sums of entries of the log in SQL, in the order of the tables' columns. */
    public static final String SUMS = """
            coalesce(sum(sign) filter (where outcome = case when model_a < model_b then 'A' else 'B' end), 0) as first_wins,
            coalesce(sum(sign) filter (where outcome = case when model_a < model_b then 'B' else 'A' end), 0) as second_wins,
            coalesce(sum(sign) filter (where outcome = 'TIE'), 0) as ties,
            coalesce(sum(sign) filter (where outcome = 'BOTH_BAD'), 0) as both_bad""";

    /** First wins, second wins, ties, both bad: the order of the tables' columns. */
    private static final int COLUMNS = 4;

    /** A voter's tag, which is a hash: some of its bits are as good as all to tell keys apart. */
    record Tag(byte[] bytes) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Tag tag && Arrays.equals(bytes, tag.bytes);
        }

        @Override
        public int hashCode() {
            return Long.hashCode(prefix());
        }

        /** The first eight of its bytes. */
        long prefix() {
            return ByteBuffer.wrap(bytes).getLong();
        }

        /** The tags as an SQL array. */
        static Argument array(Collection<Tag> tags) {
            byte[][] bytes = tags.stream().map(Tag::bytes).toArray(byte[][]::new);
            return (position, statement, context) -> statement.setArray(position,
                    statement.getConnection().createArrayOf("bytea", bytes));
        }
    }

    /** A pair within a category, the lower model id first; {@code voter} is null for all voters together. */
    record Key(String category, Tag voter, long first, long second) {

        /** Spread: the ids of models are small and dense. */
        @Override
        public int hashCode() {
            return Objects.hash(category, voter) + Long.hashCode((first << 32 ^ second) * 0x9e3779b97f4a7c15L);
        }

        /** The pair for all voters together. */
        Key ofAll() {
            return new Key(category, null, first, second);
        }

        /** The voter, regardless of the pair. */
        Key ofVoter() {
            return new Key(category, voter, 0, 0);
        }
    }

    private final Map<Key, long[]> pairs = new HashMap<>();
    private final Map<Key, long[]> wholePairs = new HashMap<>();
    private final Map<Key, long[]> voterPairs = new HashMap<>();

    /** @param frequent the voters whose votes are summed up by voter too */
    static CategoryCounts of(List<LogEntry> entries, Set<Tag> frequent) {
        CategoryCounts counts = new CategoryCounts();
        for (LogEntry entry : entries) {
            if (entry.sign() != 0) {
                Tag voter = new Tag(entry.voterTag());
                counts.add(entry, frequent.contains(voter) ? voter : null);
            }
        }
        return counts;
    }

    private void add(LogEntry entry, Tag frequent) {
        long first = Math.min(entry.modelA(), entry.modelB());
        long second = Math.max(entry.modelA(), entry.modelB());
        int column = column(entry.outcome(), first == entry.modelA());
        for (String category : entry.categories()) {
            Key key = new Key(category, frequent, first, second);
            add(pairs, key.ofAll(), column, entry.sign());
            add(frequent == null ? wholePairs : voterPairs, key, column, entry.sign());
        }
    }

    private static void add(Map<Key, long[]> sums, Key key, int column, int sign) {
        sums.computeIfAbsent(key, unused -> new long[COLUMNS])[column] += sign;
    }

    private static int column(Outcome outcome, boolean aIsFirst) {
        return switch (outcome) {
            case A -> aIsFirst ? 0 : 1;
            case B -> aIsFirst ? 1 : 0;
            case TIE -> 2;
            case BOTH_BAD -> 3;
        };
    }

    /** The keys' voters as an SQL array. */
    static Argument tags(List<Key> keys) {
        return Tag.array(keys.stream().map(Key::voter).toList());
    }

    /** First wins, second wins, ties, both bad: to be added to each pair. */
    Map<Key, long[]> pairs() {
        return pairs;
    }

    /** As {@link #pairs}, of the votes that weigh one each: those of voters who are not frequent. */
    Map<Key, long[]> wholePairs() {
        return wholePairs;
    }

    /** As {@link #pairs}, by voter, of the frequent voters. */
    Map<Key, long[]> voterPairs() {
        return voterPairs;
    }
}
