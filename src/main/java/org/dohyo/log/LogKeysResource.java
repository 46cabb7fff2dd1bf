package org.dohyo.log;

import java.time.Instant;
import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.common.annotation.Blocking;

/** The keys by which the log is verified. */
@Path("/api/log/keys")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class LogKeysResource {

    private final LogKeys keys;

    LogKeysResource(LogKeys keys) {
        this.keys = keys;
    }

    /**
     * @param key the verifier key (C2SP signed-note): name, id and public key
     * @param until when another key took its place; null while it signs
     */
    public record Published(String key, Instant since, Instant until) {

        static Published of(LogKey key) {
            return new Published(key.verifier().text(), key.createdAt, key.retiredAt);
        }
    }

    /** All keys that ever signed, the newest first. */
    @GET
    public List<Published> keys() {
        return keys.all().stream().map(Published::of).toList();
    }
}
