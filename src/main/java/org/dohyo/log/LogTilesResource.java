package org.dohyo.log;

import java.util.function.Function;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.dohyo.log.tree.Tile;
import org.eclipse.microprofile.openapi.annotations.Operation;

import io.smallrye.common.annotation.Blocking;

/** The log as its verifiers read it (C2SP tlog-tiles): a signed checkpoint, and files that never change. */
@Path("/log")
@Blocking
public class LogTilesResource {

    private static final String PLAIN = "text/plain;charset=utf-8";
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private final Checkpoints checkpoints;
    private final StoredTiles tiles;

    LogTilesResource(Checkpoints checkpoints, StoredTiles tiles) {
        this.checkpoints = checkpoints;
        this.tiles = tiles;
    }

    @GET
    @Path("checkpoint")
    @Produces(PLAIN)
    @Transactional
    @Operation(summary = "The newest signed checkpoint",
            description = "C2SP tlog-checkpoint: origin, size and root, signed.")
    public Response checkpoint() {
        return Response.ok(newest().note().toString()).header(HttpHeaders.CACHE_CONTROL, "no-cache").build();
    }

    /** A tile of entries. The path is matched before that of {@link #tile}, whose level is a number. */
    @GET
    @Path("tile/entries/{place: .+}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Transactional
    @Operation(summary = "Up to 256 entries",
            description = "C2SP tlog-tiles: each entry after its length in two bytes.")
    public Response entries(@PathParam("place") String place) {
        return unchanging("0", place, tiles::bundle);
    }

    @GET
    @Path("tile/{level}/{place: .+}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Transactional
    @Operation(summary = "Up to 256 hashes of the tree", description = "C2SP tlog-tiles: hashes of 32 bytes.")
    public Response tile(@PathParam("level") String level, @PathParam("place") String place) {
        return unchanging(level, place, tiles::read);
    }

    private Response unchanging(String level, String place, Function<Tile, byte[]> file) {
        Tile tile = TileAddress.parse(level, place);
        if (!tile.isIn(newest().checkpoint().size())) {
            throw TileAddress.notCovered();
        }
        return Response.ok(file.apply(tile)).header(HttpHeaders.CACHE_CONTROL, FOR_EVER).build();
    }

    private Checkpoints.Signed newest() {
        return checkpoints.newest().orElseThrow(TileAddress::noCheckpoint);
    }
}
