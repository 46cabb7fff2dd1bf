package org.dohyo.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import org.dohyo.battle.Outcome;
import org.dohyo.log.tree.LogFormatException;
import org.dohyo.rating.StyleVotes;
import org.dohyo.text.StyleFeature;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The changes of the counts in log order, in compact arrays: some 60 bytes each, and 150 for each vote that counts. A
 * change is identified by its number, from 0.
 */
final class CountedVotes {

    static final int FEATURES = StyleFeature.CONTROLLED.size();
    private static final long NEVER = Long.MAX_VALUE;
    private static final int NONE = -1;
    private static final Outcome[] OUTCOMES = Outcome.values();

    private int size;
    private long[] positions = new long[1_024];
    // Where the vote stops counting.
    private long[] ends = new long[1_024];
    // The change that is undone.
    private int[] undoes = new int[1_024];
    private int[] a = new int[1_024];
    private int[] b = new int[1_024];
    private int[] voters = new int[1_024];
    private int[] categories = new int[1_024];
    private byte[] outcomes = new byte[1_024];
    private int[] prompts = new int[1_024];
    private boolean[] firstUses = new boolean[1_024];
    private float[][] styles = new float[1_024][];
    private final Index<String> slugs = new Index<>();
    private final Index<String> tags = new Index<>();
    private final Index<Set<String>> sets = new Index<>();
    private final Index<Long> groups = new Index<>();
    private final Map<UUID, Integer> counting = new HashMap<>();
    // By voter and prompt.
    private final Map<Long, UUID> uses = new HashMap<>();

    /** Numbers values by their first appearance, from 0. */
    private static final class Index<T> {

        private final Map<T, Integer> numbers = new HashMap<>();
        private final List<T> values = new ArrayList<>();

        int of(T value) {
            return numbers.computeIfAbsent(value, unused -> {
                values.add(value);
                return values.size() - 1;
            });
        }
    }

    /**
     * Adds the change that an entry makes, if it makes one.
     *
     * @throws LogFormatException if a vote would count twice, or if one is taken back that doesn't count
     */
    void add(long position, JsonNode entry) {
        Leaf.Use use = Leaf.Use.of(entry);
        if (use != null) {
            uses.putIfAbsent(key(tags.of(use.voter()), groups.of(use.prompt())), id(use.vote()));
        }
        Leaf leaf = Leaf.of(entry);
        if (leaf != null) {
            add(position, leaf);
        }
    }

    private static long key(int voter, int prompt) {
        return (long) voter << Integer.SIZE | prompt;
    }

    void add(long position, Leaf leaf) {
        UUID vote = id(leaf.vote());
        if (size == positions.length) {
            grow();
        }
        positions[size] = position;
        ends[size] = NEVER;
        undoes[size] = NONE;
        a[size] = slugs.of(leaf.modelA());
        b[size] = slugs.of(leaf.modelB());
        if (a[size] == b[size]) {
            throw new LogFormatException("a vote is between a model and itself");
        }
        voters[size] = tags.of(leaf.voter());
        categories[size] = sets.of(leaf.categories());
        outcomes[size] = (byte) leaf.outcome().ordinal();
        prompts[size] = leaf.prompt() == null ? NONE : groups.of(leaf.prompt());
        firstUses[size] = leaf.suggested() && prompts[size] != NONE
                && vote.equals(uses.get(key(voters[size], prompts[size])));
        styles[size] = differences(leaf.style());
        if (leaf.sign() > 0) {
            if (counting.put(vote, size) != null) {
                throw new LogFormatException("a vote counts twice");
            }
        } else {
            undo(position, vote);
        }
        size++;
    }

    private static UUID id(String vote) {
        try {
            return UUID.fromString(vote);
        } catch (IllegalArgumentException e) {
            throw new LogFormatException("an entry has no valid vote");
        }
    }

    private void undo(long position, UUID vote) {
        Integer counted = counting.remove(vote);
        if (counted == null) {
            throw new LogFormatException("a vote is taken back that doesn't count");
        }
        if (a[counted] != a[size] || b[counted] != b[size] || voters[counted] != voters[size]
                || categories[counted] != categories[size] || outcomes[counted] != outcomes[size]) {
            throw new LogFormatException("a vote is taken back as another than it was counted");
        }
        ends[counted] = position;
        undoes[size] = counted;
    }

    private void grow() {
        int capacity = Math.addExact(size, size / 2);
        positions = Arrays.copyOf(positions, capacity);
        ends = Arrays.copyOf(ends, capacity);
        undoes = Arrays.copyOf(undoes, capacity);
        a = Arrays.copyOf(a, capacity);
        b = Arrays.copyOf(b, capacity);
        voters = Arrays.copyOf(voters, capacity);
        categories = Arrays.copyOf(categories, capacity);
        outcomes = Arrays.copyOf(outcomes, capacity);
        prompts = Arrays.copyOf(prompts, capacity);
        firstUses = Arrays.copyOf(firstUses, capacity);
        styles = Arrays.copyOf(styles, capacity);
    }

    /** By controlled feature; null if the style is unknown or can't be compared. */
    private static float[] differences(float[] style) {
        if (style == null || !StyleFeature.CONTROLLED.stream().allMatch(
                feature -> StyleVotes.usable(style[feature.indexOfA()])
                        && StyleVotes.usable(style[feature.indexOfB()]))) {
            return null;
        }
        float[] differences = new float[FEATURES];
        for (int k = 0; k < FEATURES; k++) {
            StyleFeature feature = StyleFeature.CONTROLLED.get(k);
            differences[k] = StyleVotes.difference(style[feature.indexOfA()], style[feature.indexOfB()]);
        }
        return Float.isNaN(differences[0]) ? null : differences;
    }

    /** All categories of votes that have ever counted, in their own order. */
    List<String> categories() {
        return sets.values.stream().flatMap(Set::stream).distinct().sorted().toList();
    }

    /** The votes that count in a category in a log of that size, in log order. */
    int[] counted(String category, long logSize) {
        return IntStream.of(changes(category, logSize))
                .filter(change -> undoes[change] == NONE && ends[change] >= logSize)
                .toArray();
    }

    /** The changes in a category in a log of that size, in log order. */
    int[] changes(String category, long logSize) {
        boolean[] within = new boolean[sets.values.size()];
        for (int set = 0; set < within.length; set++) {
            within[set] = sets.values.get(set).contains(category);
        }
        return IntStream.range(0, size).filter(change -> positions[change] < logSize && within[categories[change]])
                .toArray();
    }

    /** The change that this one undoes; −1 if it counts a vote. */
    int undoes(int change) {
        return undoes[change];
    }

    String slugA(int change) {
        return slugs.values.get(a[change]);
    }

    String slugB(int change) {
        return slugs.values.get(b[change]);
    }

    Outcome outcome(int change) {
        return OUTCOMES[outcomes[change]];
    }

    /** The number of the voter. */
    int voter(int change) {
        return voters[change];
    }

    /** The number of the prompt, which votes on the same one share; −1 if it isn't known. */
    int prompt(int change) {
        return prompts[change];
    }

    /** True if the vote is its voter's first on a suggested prompt. */
    boolean firstUse(int change) {
        return firstUses[change];
    }

    /** How the answers differ by controlled feature; null if unknown. */
    float[] style(int change) {
        return styles[change];
    }
}
