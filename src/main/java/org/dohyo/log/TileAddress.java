package org.dohyo.log;

import jakarta.ws.rs.core.Response.Status;

import org.dohyo.log.tree.LogFormatException;
import org.dohyo.log.tree.Tile;
import org.dohyo.support.Problem;

/** Reads the address of a tile (C2SP tlog-tiles) below a log's prefix. */
public final class TileAddress {

    private static final String LEVEL = "0|[1-9]\\d?";

    private TileAddress() {
    }

    /**
     * @param level the part of the path after {@code tile/}
     * @param place the rest of it, such as {@code x001/x234/067.p/5}
     * @throws RuntimeException 400 naming the wrong part
     */
    public static Tile parse(String level, String place) {
        if (!level.matches(LEVEL)) {
            throw Problem.field(Status.BAD_REQUEST, "level", "path", "must be a number from 0 to 63");
        }
        try {
            return Tile.parse(Integer.parseInt(level), place);
        } catch (LogFormatException e) {
            throw Problem.field(Status.BAD_REQUEST, "place", "path",
                    "must name a tile, such as x001/x234/067 or 000.p/17 of a level from 0 to 63");
        }
    }

    /** 404: nothing that isn't signed yet is shown, since it might still be rolled back elsewhere. */
    public static RuntimeException notCovered() {
        return Problem.of(Status.NOT_FOUND, "unknown-tile", "The log's newest checkpoint doesn't cover this tile.");
    }

    public static RuntimeException noCheckpoint() {
        return Problem.of(Status.NOT_FOUND, "no-checkpoint", "The log has no signed checkpoint yet.");
    }
}
