package org.dohyo.log.tree;

/** The complete subtrees of a log's tree. */
@FunctionalInterface
public interface Subtrees {

    /**
     * The root of a subtree.
     *
     * @param level its height: the subtree has 2^level leaves, the first of which is at index · 2^level
     * @param index the number of complete subtrees of that height to the left of it
     */
    Hash root(int level, long index);
}
