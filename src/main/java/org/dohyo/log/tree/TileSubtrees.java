package org.dohyo.log.tree;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The complete subtrees of a tree, calculated from its tiles. It keeps every tile that it has read and is meant for a
 * few proofs. What it answers is as true as the tiles are: only the proof made from it shows that.
 */
public final class TileSubtrees implements Subtrees {

    private final TileReader reader;
    private final long size;
    private final Map<Tile, byte[]> tiles = new HashMap<>();

    /** @param size the number of leaves of the tree; no tile is read that such a tree doesn't have */
    public TileSubtrees(TileReader reader, long size) {
        this.reader = reader;
        this.size = size;
    }

    @Override
    public Hash root(int level, long index) {
        int inside = level % Tile.HEIGHT;
        int tileLevel = level / Tile.HEIGHT;
        long first = index << inside;
        Tile tile = Tile.of(tileLevel, first / Tile.WIDTH, size);
        byte[] hashes = tiles.computeIfAbsent(tile, this::read);
        int place = (int) (first % Tile.WIDTH);
        List<Hash> row = new ArrayList<>();
        for (int i = 0; i < 1 << inside; i++) {
            row.add(Hash.at(hashes, place + i));
        }
        while (row.size() > 1) {
            row = parents(row);
        }
        return row.get(0);
    }

    private byte[] read(Tile tile) {
        byte[] hashes = reader.read(tile);
        if (hashes.length != tile.width() * Hash.BYTES) {
            throw new LogFormatException(tile.path() + " has " + hashes.length + " bytes instead of "
                    + tile.width() * Hash.BYTES);
        }
        return hashes;
    }

    private static List<Hash> parents(List<Hash> row) {
        List<Hash> parents = new ArrayList<>(row.size() / 2);
        for (int i = 0; i < row.size(); i += 2) {
            parents.add(Hash.ofNode(row.get(i), row.get(i + 1)));
        }
        return parents;
    }
}
