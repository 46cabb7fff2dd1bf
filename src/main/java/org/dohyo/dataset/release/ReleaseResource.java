package org.dohyo.dataset.release;

import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.common.annotation.Blocking;

/** The public releases. */
@Path("/api/releases")
@Blocking
public class ReleaseResource {

    private final PublicReleases releases;

    ReleaseResource(PublicReleases releases) {
        this.releases = releases;
    }

    public record All(List<PublicReleases.Listed> releases) {
    }

    /** The newest first; a withdrawn release has no files any more. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public All all() {
        return new All(releases.all());
    }
}
