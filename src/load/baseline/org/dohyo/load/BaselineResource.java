package org.dohyo.load;

import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.vertx.http.Uncompressed;

/**
 * What the leaderboard's data is compared with: bytes from memory and a bare 304, on the same framework, behind the
 * same filters, in the same process. Only a build with {@code -Pload} has it.
 */
@Singleton
@Path("/load/baseline")
public class BaselineResource {

    private volatile byte[] kept = new byte[0];

    @PUT
    public void keep(byte[] bytes) {
        kept = bytes;
    }

    @GET
    @Uncompressed
    @Produces(MediaType.APPLICATION_JSON)
    public byte[] same() {
        return kept;
    }

    @GET
    @Path("/unchanged")
    public Response unchanged() {
        return Response.notModified().build();
    }
}
