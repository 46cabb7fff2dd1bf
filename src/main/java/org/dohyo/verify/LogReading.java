package org.dohyo.verify;

import java.util.ArrayList;
import java.util.List;

import org.dohyo.log.tree.EntryBundle;
import org.dohyo.log.tree.Frontier;
import org.dohyo.log.tree.Hash;
import org.dohyo.log.tree.LogFormatException;
import org.dohyo.log.tree.Tile;

/** Reads all entries of a log, rebuilds its tree from them, and compares each tile that the log serves. */
final class LogReading {

    private static final int LONGEST_BUNDLE = Tile.WIDTH * (EntryBundle.LONGEST + 2);
    private static final int LONGEST_TILE = Tile.WIDTH * Hash.BYTES;
    /** Requests at a time: enough for an arena far away, too few to burden it. */
    private static final int AT_ONCE = 8;

    private final Source source;
    private final long size;
    private final Frontier frontier = new Frontier();
    // The hashes of the tile that is growing, by level of tiles.
    private final List<List<Hash>> rows = new ArrayList<>();
    private final List<String> wrongTiles = new ArrayList<>();

    /** Receives each entry; the tree has it already. */
    @FunctionalInterface
    interface Entries {

        void next(long position, byte[] entry, Frontier tree);
    }

    LogReading(Source source, long size) {
        this.source = source;
        this.size = size;
    }

    /**
     * Reads all entries, in order.
     *
     * @throws LogFormatException if a bundle isn't one, or has too few or too many entries
     * @throws Source.MissingException if one isn't there
     */
    void read(Entries entries, Progress progress) {
        try (ReadAhead ahead = new ReadAhead(source, AT_ONCE)) {
            read(entries, progress, ahead);
        }
    }

    private void read(Entries entries, Progress progress, ReadAhead ahead) {
        for (long index = 0; index * Tile.WIDTH < size; index++) {
            for (long next = index; next <= index + AT_ONCE && next * Tile.WIDTH < size; next++) {
                ahead.want("log/" + Tile.of(0, next, size).entriesPath(), LONGEST_BUNDLE);
                ahead.want("log/" + Tile.of(0, next, size).path(), LONGEST_TILE);
            }
            Tile tile = Tile.of(0, index, size);
            List<byte[]> bundle = EntryBundle.decode(ahead.read("log/" + tile.entriesPath(), LONGEST_BUNDLE));
            if (bundle.size() != tile.width()) {
                throw new LogFormatException(tile.entriesPath() + " has " + bundle.size() + " entries");
            }
            for (byte[] entry : bundle) {
                long position = frontier.size();
                frontier.append(Hash.ofLeaf(entry), (level, place, root) -> completed(level, place, root, ahead));
                entries.next(position, entry, frontier);
            }
            progress.reached(frontier.size(), size);
        }
        for (int level = 0; level < rows.size(); level++) {
            if (!rows.get(level).isEmpty()) {
                compare(Tile.of(level, Tile.hashes(level, size) / Tile.WIDTH, size), rows.get(level), ahead);
            }
        }
    }

    private void completed(int level, long index, Hash root, ReadAhead ahead) {
        if (level % Tile.HEIGHT != 0) {
            return;
        }
        int row = level / Tile.HEIGHT;
        if (rows.size() == row) {
            rows.add(new ArrayList<>());
        }
        rows.get(row).add(root);
        if (rows.get(row).size() == Tile.WIDTH) {
            compare(new Tile(row, index / Tile.WIDTH, Tile.WIDTH), rows.get(row), ahead);
            rows.get(row).clear();
        }
    }

    private void compare(Tile tile, List<Hash> expected, ReadAhead ahead) {
        byte[] served = ahead.read("log/" + tile.path(), LONGEST_TILE);
        boolean equal = served.length == expected.size() * Hash.BYTES;
        for (int i = 0; equal && i < expected.size(); i++) {
            equal = Hash.at(served, i).equals(expected.get(i));
        }
        if (!equal) {
            wrongTiles.add(tile.path());
        }
    }

    /** The tiles that don't follow from the entries. */
    List<String> wrongTiles() {
        return wrongTiles;
    }

    Hash root() {
        return frontier.root();
    }
}
