package org.dohyo.log.tree;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A log of numbered entries in memory, by the definition of the tree's hash and nothing else. */
final class PlainTree {

    private static final int LEVEL_BITS = 24;

    private final List<Hash> leaves = new ArrayList<>();
    private final Map<Integer, Hash> subtrees = new HashMap<>();

    static PlainTree of(int size) {
        PlainTree tree = new PlainTree();
        for (int i = 0; i < size; i++) {
            tree.leaves.add(Hash.ofLeaf(entry(i)));
        }
        return tree;
    }

    static byte[] entry(int index) {
        return ("entry " + index).getBytes(StandardCharsets.UTF_8);
    }

    Hash leaf(int index) {
        return leaves.get(index);
    }

    /** RFC 9162, 2.1.1: the hash of the leaves from (included) to (excluded). */
    Hash hash(int from, int to) {
        if (from == to) {
            return Hash.EMPTY;
        }
        if (to - from == 1) {
            return leaves.get(from);
        }
        int half = 1;
        while (half * 2 < to - from) {
            half *= 2;
        }
        return Hash.ofNode(hash(from, from + half), hash(from + half, to));
    }

    Tree tree(long size) {
        return new Tree((level, index) -> subtrees.computeIfAbsent(level << LEVEL_BITS | (int) index,
                any -> hash((int) (index << level), (int) (index + 1 << level))), size);
    }

    /** The bytes of a tile by its definition in C2SP tlog-tiles. */
    byte[] tile(Tile tile) {
        byte[] bytes = new byte[tile.width() * Hash.BYTES];
        int span = 1 << tile.level() * Tile.HEIGHT;
        for (int i = 0; i < tile.width(); i++) {
            int from = (int) (tile.first() + i) * span;
            System.arraycopy(hash(from, from + span).bytes(), 0, bytes, i * Hash.BYTES, Hash.BYTES);
        }
        return bytes;
    }
}
