package org.dohyo.log.tree;

import java.util.ArrayList;
import java.util.List;

/**
 * A log's tree at a size: its root, and proofs as RFC 9162 (2.1.3.1, 2.1.4.1) makes them.
 *
 * @param subtrees answers for every complete subtree of the first {@code size} leaves
 * @param size the number of leaves, at least 0
 */
public record Tree(Subtrees subtrees, long size) {

    public Tree {
        if (size < 0) {
            throw new IllegalArgumentException("a tree can't have " + size + " leaves");
        }
    }

    public Hash root() {
        return size == 0 ? Hash.EMPTY : root(0, size);
    }

    /** The proof that the leaf at an index, 0 … size−1, is in this tree. */
    public InclusionProof inclusionOf(long index) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("no leaf " + index + " in a tree of " + size);
        }
        List<Hash> hashes = new ArrayList<>();
        addPath(index, 0, size, hashes);
        return new InclusionProof(index, size, hashes);
    }

    /** The proof that the tree of an older size, 1 … size, is the beginning of this one. */
    public ConsistencyProof consistencyWith(long older) {
        if (older < 1 || older > size) {
            throw new IllegalArgumentException("a tree of " + size + " has no beginning of " + older);
        }
        List<Hash> hashes = new ArrayList<>();
        addBeginning(older, 0, size, true, hashes);
        return new ConsistencyProof(older, size, hashes);
    }

    private void addPath(long index, long from, long to, List<Hash> hashes) {
        if (to - from == 1) {
            return;
        }
        long middle = middle(from, to);
        if (index < middle) {
            addPath(index, from, middle, hashes);
            hashes.add(root(middle, to));
        } else {
            addPath(index, middle, to, hashes);
            hashes.add(root(from, middle));
        }
    }

    /** @param known true while the older tree's own root is the root of this part */
    private void addBeginning(long older, long from, long to, boolean known, List<Hash> hashes) {
        if (older == to) {
            if (!known) {
                hashes.add(root(from, to));
            }
            return;
        }
        long middle = middle(from, to);
        if (older <= middle) {
            addBeginning(older, from, middle, known, hashes);
            hashes.add(root(middle, to));
        } else {
            addBeginning(older, middle, to, false, hashes);
            hashes.add(root(from, middle));
        }
    }

    private Hash root(long from, long to) {
        long leaves = to - from;
        if (Long.bitCount(leaves) == 1) {
            return subtrees.root(Long.numberOfTrailingZeros(leaves), from / leaves);
        }
        long middle = middle(from, to);
        return Hash.ofNode(root(from, middle), root(middle, to));
    }

    /** Where a part of at least two leaves divides: after the largest power of two below their number. */
    private static long middle(long from, long to) {
        return from + Long.highestOneBit(to - from - 1);
    }
}
