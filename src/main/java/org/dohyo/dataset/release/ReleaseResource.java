package org.dohyo.dataset.release;

import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.dohyo.web.Languages;
import org.dohyo.web.Texts;
import org.jboss.resteasy.reactive.ResponseHeader;

import io.smallrye.common.annotation.Blocking;

/** The public releases. */
@Path("/api/releases")
@Blocking
public class ReleaseResource {

    private final PublicReleases releases;
    private final Languages languages;

    ReleaseResource(PublicReleases releases, Languages languages) {
        this.releases = releases;
        this.languages = languages;
    }

    public record All(List<PublicReleases.Listed> releases) {
    }

    /** The newest first; a withdrawn release has no files any more, and its reason is in the caller's language. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @ResponseHeader(name = HttpHeaders.VARY, value = "Accept-Language, Cookie")
    public All all(@Context HttpHeaders headers) {
        return new All(releases.all(Texts.of(ReleaseMessages.class, languages.of(headers))));
    }
}
