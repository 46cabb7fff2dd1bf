package org.dohyo.leaderboard.count;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.dohyo.battle.Outcome;
import org.dohyo.vote.LogEntry;
import org.jdbi.v3.core.argument.Argument;

/** Sums up what a batch of log entries adds to the counts, before it is written. */
public final class CategoryCounts {

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
            return bytes[0] << 24 | (bytes[1] & 0xff) << 16 | (bytes[2] & 0xff) << 8 | bytes[3] & 0xff;
        }
    }

    /** A pair within a category, the lower model id first; {@code voter} is null for all voters together. */
    record Key(String category, Tag voter, long first, long second) {

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
    private final Map<Key, long[]> voterPairs = new HashMap<>();

    public static CategoryCounts of(List<LogEntry> entries) {
        CategoryCounts counts = new CategoryCounts();
        entries.stream().filter(entry -> entry.sign() != 0).forEach(counts::add);
        return counts;
    }

    private void add(LogEntry entry) {
        long first = Math.min(entry.modelA(), entry.modelB());
        long second = Math.max(entry.modelA(), entry.modelB());
        Tag voter = new Tag(entry.voterTag());
        int column = column(entry.outcome(), first == entry.modelA());
        for (String category : entry.categories()) {
            Key key = new Key(category, voter, first, second);
            pairs.computeIfAbsent(key.ofAll(), unused -> new long[COLUMNS])[column] += entry.sign();
            voterPairs.computeIfAbsent(key, unused -> new long[COLUMNS])[column] += entry.sign();
        }
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
        byte[][] tags = keys.stream().map(key -> key.voter().bytes()).toArray(byte[][]::new);
        return (position, statement, context) -> statement.setArray(position,
                statement.getConnection().createArrayOf("bytea", tags));
    }

    /** First wins, second wins, ties, both bad: to be added to each pair. */
    Map<Key, long[]> pairs() {
        return pairs;
    }

    /** As {@link #pairs}, by voter. */
    Map<Key, long[]> voterPairs() {
        return voterPairs;
    }
}
