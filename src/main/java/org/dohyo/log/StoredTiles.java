package org.dohyo.log;

import java.io.ByteArrayOutputStream;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.log.tree.EntryBundle;
import org.dohyo.log.tree.Tile;
import org.dohyo.log.tree.TileReader;
import org.dohyo.vote.LogReader;

/** The tiles of the stored tree. */
@ApplicationScoped
class StoredTiles implements TileReader {

    private final LogReader log;
    private final TreeNode.Repository nodes;

    StoredTiles(LogReader log, TreeNode.Repository nodes) {
        this.log = log;
        this.nodes = nodes;
    }

    /** Reads a tile that the tree has, in the caller's transaction. */
    @Override
    public byte[] read(Tile tile) {
        List<byte[]> hashes = tile.level() == 0 ? log.leafHashes(tile.first(), tile.first() + tile.width())
                : nodes.of(tile);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        hashes.forEach(bytes::writeBytes);
        return bytes.toByteArray();
    }

    /** The bundle of the entries whose hashes are in a tile of level 0. */
    byte[] bundle(Tile tile) {
        return EntryBundle.encode(log.leaves(tile.first(), tile.first() + tile.width()));
    }
}
