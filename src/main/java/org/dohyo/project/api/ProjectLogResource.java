package org.dohyo.project.api;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.dohyo.account.Role;
import org.dohyo.log.TileAddress;
import org.dohyo.project.log.Counting;
import org.dohyo.project.log.ProjectLogs;
import org.dohyo.web.Paging;
import org.dohyo.web.ParameterPlace;
import org.dohyo.web.RequestMessages;
import org.eclipse.microprofile.openapi.annotations.Operation;

import io.smallrye.common.annotation.Blocking;

/** The log of a project as its owners and viewers read and verify it. */
@Path("/api/admin/projects/{slug}/log")
@RolesAllowed(Role.Name.READER)
@Blocking
public class ProjectLogResource {

    private static final String PLAIN = "text/plain;charset=utf-8";
    private static final String FOR_EVER = "private, max-age=31536000, immutable";
    private static final int MOST_ENTRIES = 1_000;

    private final ProjectLogs logs;
    private final Counting counting;

    ProjectLogResource(ProjectLogs logs, Counting counting) {
        this.logs = logs;
        this.counting = counting;
    }

    @GET
    @Operation(summary = "Signed entries from a position on, the origin of the log and its verifier key",
            description = "An entry is canonical JSON without texts; its commitment is SHA-256 of the salt and the "
                    + "texts as canonical JSON with the members answerA, answerB and prompt.")
    public ProjectLogs.Page entries(@PathParam("slug") String slug, @QueryParam("from") @DefaultValue("0") long from,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        ParameterPlace.QUERY.check("from", from >= 0 && from <= Integer.MAX_VALUE, RequestMessages::positionFrom0);
        return logs.entries(slug, from, Paging.limit(limit, MOST_ENTRIES));
    }

    @GET
    @Path("checkpoint")
    @Produces(PLAIN)
    @Operation(summary = "The newest signed checkpoint of the project's log",
            description = "C2SP tlog-checkpoint; its origin is no other log's.")
    public Response checkpoint(@PathParam("slug") String slug) {
        return Response.ok(logs.checkpoint(slug).toString()).build();
    }

    @GET
    @Path("counting")
    @Operation(summary = "What a verifier needs beside the log to compute the boards again",
            description = "criteria: by which there are boards. known: positions of judgements on items with a known "
                    + "answer, which count on no board. settled: false while boards are computed anew.")
    public Counting.View counting(@PathParam("slug") String slug) {
        return counting.of(slug);
    }

    @GET
    @Path("tile/entries/{place: .+}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(summary = "Up to 256 entries of the project's log",
            description = "C2SP tlog-tiles: each entry after its length in two bytes.")
    public Response entries(@PathParam("slug") String slug, @PathParam("place") String place) {
        return unchanging(logs.bundle(slug, TileAddress.parse("0", place)));
    }

    @GET
    @Path("tile/{level}/{place: .+}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(summary = "Up to 256 hashes of the project's tree", description = "C2SP tlog-tiles.")
    public Response tile(@PathParam("slug") String slug, @PathParam("level") String level,
            @PathParam("place") String place) {
        return unchanging(logs.tile(slug, TileAddress.parse(level, place)));
    }

    @GET
    @Path("receipts/{judgement}")
    @Produces(PLAIN)
    @Operation(summary = "The proof that a judgement is in the project's log",
            description = "C2SP tlog-proof; the extra data is the entry. 409 until it is in a signed checkpoint.")
    public Response receipt(@PathParam("slug") String slug, @PathParam("judgement") UUID judgement) {
        return Response.ok(logs.receipt(slug, judgement).toString()).header(HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"" + judgement + ".tlog-proof\"").build();
    }

    private static Response unchanging(byte[] file) {
        return Response.ok(file).header(HttpHeaders.CACHE_CONTROL, FOR_EVER).build();
    }
}
