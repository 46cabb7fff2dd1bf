package org.dohyo.log.tree;

/**
 * The right edge of a growing tree: the roots of its largest complete subtrees, at most 63 hashes. It is all that is
 * needed to append leaves and to know the root.
 */
public final class Frontier {

    private static final int LEVELS = 63;

    /** The complete subtree of each height; only those whose bit is set in the size are in use. */
    private final Hash[] subtrees = new Hash[LEVELS];
    private long size;

    /** Receives each subtree, from single leaves up, at the moment at which it is complete. */
    @FunctionalInterface
    public interface Completed {

        /** The parameters are those of {@link Subtrees#root}, and the root. */
        void complete(int level, long index, Hash root);
    }

    /** The edge of a tree without leaves. */
    public Frontier() {
        // Nothing is complete yet.
    }

    /** The edge of a tree of that size, as {@link #bytes} has written it. */
    public static Frontier of(long size, byte[] hashes) {
        if (size < 0 || hashes.length != Long.bitCount(size) * Hash.BYTES) {
            throw new LogFormatException("a frontier of " + hashes.length + " bytes doesn't belong to a tree of "
                    + size);
        }
        Frontier frontier = new Frontier();
        frontier.size = size;
        int place = 0;
        for (int level = LEVELS - 1; level >= 0; level--) {
            if (frontier.uses(level)) {
                frontier.subtrees[level] = Hash.at(hashes, place++);
            }
        }
        return frontier;
    }

    public long size() {
        return size;
    }

    public void append(Hash leaf) {
        append(leaf, (level, index, root) -> {
        });
    }

    /** Appends a leaf and reports the subtrees that it completes, the leaf itself first. */
    public void append(Hash leaf, Completed completed) {
        Hash root = leaf;
        int level = 0;
        completed.complete(0, size, root);
        while (uses(level)) {
            root = Hash.ofNode(subtrees[level], root);
            level++;
            completed.complete(level, size >> level, root);
        }
        subtrees[level] = root;
        size++;
    }

    public Hash root() {
        Hash root = null;
        for (int level = 0; level < LEVELS; level++) {
            if (uses(level)) {
                root = root == null ? subtrees[level] : Hash.ofNode(subtrees[level], root);
            }
        }
        return root == null ? Hash.EMPTY : root;
    }

    /** The hashes of the edge, the largest subtree first. */
    public byte[] bytes() {
        byte[] bytes = new byte[Long.bitCount(size) * Hash.BYTES];
        int place = 0;
        for (int level = LEVELS - 1; level >= 0; level--) {
            if (uses(level)) {
                System.arraycopy(subtrees[level].bytes(), 0, bytes, place++ * Hash.BYTES, Hash.BYTES);
            }
        }
        return bytes;
    }

    private boolean uses(int level) {
        return (size >> level & 1) == 1;
    }
}
