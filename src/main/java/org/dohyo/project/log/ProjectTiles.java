package org.dohyo.project.log;

import java.io.ByteArrayOutputStream;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.log.tree.EntryBundle;
import org.dohyo.log.tree.Tile;
import org.dohyo.log.tree.TileSubtrees;
import org.dohyo.log.tree.Tree;

/** The tiles of projects' trees, in the caller's transaction. */
@ApplicationScoped
class ProjectTiles {

    private final ProjectEntry.Repository entries;
    private final ProjectNode.Repository nodes;

    ProjectTiles(ProjectEntry.Repository entries, ProjectNode.Repository nodes) {
        this.entries = entries;
        this.nodes = nodes;
    }

    /** A tile that the tree has. */
    byte[] read(long projectId, Tile tile) {
        List<byte[]> hashes = tile.level() == 0
                ? entries.hashes(projectId, tile.first(), tile.first() + tile.width())
                : nodes.of(projectId, tile);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        hashes.forEach(bytes::writeBytes);
        return bytes.toByteArray();
    }

    /** The bundle of the entries whose hashes are in a tile of level 0. */
    byte[] bundle(long projectId, Tile tile) {
        return EntryBundle.encode(entries.between(projectId, tile.first(), tile.first() + tile.width()).stream()
                .map(ProjectEntry::bytes).toList());
    }

    Tree tree(long projectId, long size) {
        return new Tree(new TileSubtrees(tile -> read(projectId, tile), size), size);
    }
}
