package org.dohyo.log.tree;

/**
 * Receives the hashes of the tiles above the leaves while a tree grows. Those of the lowest tiles are the leaf hashes
 * of the log itself, and the levels between tiles follow from them.
 */
@FunctionalInterface
public interface TileHashes extends Frontier.Completed {

    /**
     * @param level of tiles, at least 1
     * @param place the number of hashes of this level before it
     */
    void keep(int level, long place, Hash hash);

    @Override
    default void complete(int level, long index, Hash root) {
        if (level > 0 && level % Tile.HEIGHT == 0) {
            keep(level / Tile.HEIGHT, index, root);
        }
    }
}
