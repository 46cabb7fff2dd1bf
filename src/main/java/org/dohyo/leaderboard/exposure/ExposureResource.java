package org.dohyo.leaderboard.exposure;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

import org.dohyo.web.Format;
import org.dohyo.web.cache.DataCache;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

import io.quarkus.vertx.http.Compressed;
import io.smallrye.common.annotation.Blocking;

/** How often models and makers were seen. */
@Path("/api/leaderboard/exposure")
@Produces({ MediaType.APPLICATION_JSON, Format.TEXT_CSV })
@Blocking
public class ExposureResource {

    private final Exposures exposures;
    private final DataCache cache;

    ExposureResource(Exposures exposures, DataCache cache) {
        this.exposures = exposures;
        this.cache = cache;
    }

    /** Battles, counted votes and shares by model and by maker, with the variants that were tried under code names. */
    @GET
    @Compressed
    @APIResponse(responseCode = "200", description = "As CSV one line for each model",
            content = @Content(schema = @Schema(implementation = Exposure.class)))
    public Response exposure(@QueryParam("format") String format, @Context Request request,
            @Context HttpHeaders headers) {
        return cache.respond(request, headers, Format.of(format, headers), "exposure", exposures::read, Exposure::csv);
    }
}
