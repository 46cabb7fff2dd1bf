package org.dohyo.dataset.release;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

import org.eclipse.microprofile.openapi.annotations.Operation;

import io.smallrye.common.annotation.Blocking;

/** The files of the public releases. */
@Path("/data/{id}/{file}")
@Blocking
public class ReleaseFileResource {

    private final PublicReleases releases;
    private final FileStore files;

    ReleaseFileResource(PublicReleases releases, FileStore files) {
        this.releases = releases;
        this.files = files;
    }

    @GET
    @Operation(summary = "A file of a release",
            description = "It never changes; once the release is withdrawn, the answer is 410 with the reason.")
    public Response file(@PathParam("id") long id, @PathParam("file") String name, @Context Request request) {
        ReleaseFile file = releases.file(id, name);
        EntityTag tag = new EntityTag(file.sha256);
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        if (unchanged != null) {
            return unchanged.build();
        }
        StreamingOutput content = out -> files.write(file, out);
        // A withdrawal must be seen at once, so that caches have to ask.
        return Response.ok(content, file.mediaType).tag(tag).header(HttpHeaders.CONTENT_LENGTH, file.size)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file.name + "\"").build();
    }
}
