package org.dohyo.dataset;

import java.io.IOException;
import java.io.InputStream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;

import org.dohyo.support.Problem;
import org.dohyo.support.UnprocessableContent;
import org.dohyo.web.QueryParameter;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;

import io.smallrye.common.annotation.Blocking;

/** Imports files of votes that were cast elsewhere. */
@Path("/api/admin/votes")
@RolesAllowed("admin")
public class VoteImportResource {

    private final VoteImport imports;

    VoteImportResource(VoteImport imports) {
        this.imports = imports;
    }

    @POST
    @Path("/import")
    @Blocking
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Imports a file of votes in UTF-8, a JSON array, JSON Lines or CSV: 200 with a report, or 422 "
                    + "with the invalid records and nothing stored. skipInvalid=true leaves out every invalid record and "
                    + "reports its number and reason; conflicts lists records with the id of a different vote")
    public VoteImport.Report importVotes(@RestQuery String format, @RestQuery String skipInvalid, InputStream body)
            throws IOException {
        boolean skips = QueryParameter.flag("skipInvalid", skipInvalid);
        ImportFormat known = imports.format(format)
                .orElseThrow(() -> Problem.field(Status.BAD_REQUEST, "format", "query",
                        "is not one of: " + String.join(", ", imports.formats())));
        try {
            return imports.store(known, body, skips);
        } catch (InvalidImportException e) {
            throw Problem.of(new UnprocessableContent(), "invalid-import", "Nothing was stored: " + e.getMessage(),
                    "errors", e.errors());
        }
    }
}
