package org.dohyo.log;

import java.util.UUID;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;

import io.smallrye.common.annotation.Blocking;

/** A vote's receipt. */
@Path("/api/battles/{id}/receipt")
@Produces("text/plain;charset=utf-8")
@Blocking
public class ReceiptResource {

    private final Receipts receipts;

    ReceiptResource(Receipts receipts) {
        this.receipts = receipts;
    }

    /** A file that proves, without this arena, that the vote is in the log. */
    @GET
    @Operation(summary = "The proof that a battle's vote is in the log",
            description = "C2SP tlog-proof; the extra data "
                    + "is the entry. 409 until the vote is in a signed checkpoint.")
    public Response receipt(@PathParam("id") UUID id) {
        return Response.ok(receipts.of(id).toString()).header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + id + ".tlog-proof\"").build();
    }
}
