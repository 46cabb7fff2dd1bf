package org.dohyo.log.tree;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a tile (C2SP tlog-tiles): up to 256 consecutive hashes of one level of the tree, or as many entries.
 *
 * @param level 0 to 63: 0 has the hashes of leaves, each further level the roots of full tiles of the level below
 * @param index the number of tiles of this level before it
 * @param width 1 to 256; 256 is a full tile, fewer are a partial one
 */
public record Tile(int level, long index, int width) {

    public static final int WIDTH = 256;
    /** The levels of the tree between two levels of tiles. */
    public static final int HEIGHT = 8;

    private static final int LEVELS = 64;
    private static final int THOUSAND = 1_000;
    private static final Pattern PATH = Pattern.compile("((?:x\\d{3}/){0,5}\\d{3})(?:\\.p/([1-9]\\d{0,2}))?");

    public Tile {
        if (level < 0 || level >= LEVELS || index < 0 || width < 1 || width > WIDTH) {
            throw new LogFormatException("no tile has level " + level + ", index " + index + " and width " + width);
        }
    }

    /** The tile of a tree of that size, as wide as the tree has it. It must have at least one hash. */
    public static Tile of(int level, long index, long size) {
        return new Tile(level, index, (int) Math.max(0, Math.min(WIDTH, hashes(level, size) - index * WIDTH)));
    }

    /** The number of hashes at a level of tiles in a tree of that size. */
    public static long hashes(int level, long size) {
        int shift = level * HEIGHT;
        return shift >= Long.SIZE ? 0 : size >> shift;
    }

    /**
     * Reads the part of a path after its level, such as {@code x001/x234/067.p/5}.
     *
     * @throws LogFormatException if the text isn't the one way to write it
     */
    public static Tile parse(int level, String path) {
        Matcher parts = PATH.matcher(path);
        if (parts.matches()) {
            long index = Long.parseLong(parts.group(1).replaceAll("[x/]", ""));
            int width = parts.group(2) == null ? WIDTH : Integer.parseInt(parts.group(2));
            Tile tile = new Tile(level, index, width);
            if (tile.place().equals(path)) {
                return tile;
            }
        }
        throw new LogFormatException("\"" + path + "\" isn't the path of a tile");
    }

    /** True if a tree of that size has all hashes of this tile. */
    public boolean isIn(long size) {
        return index <= Long.MAX_VALUE / WIDTH - 1 && first() + width <= hashes(level, size);
    }

    /** The number of hashes at this level before the tile. For level 0: the index of its first entry. */
    public long first() {
        return index * WIDTH;
    }

    public boolean full() {
        return width == WIDTH;
    }

    /** The address below a log's prefix, such as {@code tile/0/x001/x234/067.p/5}. */
    public String path() {
        return "tile/" + level + "/" + place();
    }

    /** The address of the bundle of the entries whose hashes are in this tile of level 0. */
    public String entriesPath() {
        return "tile/entries/" + place();
    }

    private String place() {
        StringBuilder place = new StringBuilder(digits(index));
        for (long rest = index / THOUSAND; rest > 0; rest /= THOUSAND) {
            place.insert(0, "x" + digits(rest) + "/");
        }
        return full() ? place.toString() : place + ".p/" + width;
    }

    private static String digits(long number) {
        return String.format("%03d", number % THOUSAND);
    }
}
