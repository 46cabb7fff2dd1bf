package org.dohyo.log.tree;

/** A place from which tiles can be read: a log's address, a folder, a database. */
@FunctionalInterface
public interface TileReader {

    /** The hashes of a tile, one after the other: {@code tile.width()} · 32 bytes. */
    byte[] read(Tile tile);
}
