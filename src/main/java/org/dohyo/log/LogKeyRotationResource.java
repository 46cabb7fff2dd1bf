package org.dohyo.log;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.dohyo.account.Role;
import org.dohyo.account.SignedIn;

import io.smallrye.common.annotation.Blocking;

/** Rotates the key that signs the log. */
@Path("/api/admin/log/keys")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Name.ADMIN)
@Blocking
public class LogKeyRotationResource {

    private final LogKeys keys;
    private final SignedIn signedIn;

    LogKeyRotationResource(LogKeys keys, SignedIn signedIn) {
        this.keys = keys;
        this.signedIn = signedIn;
    }

    /** Makes a new key, which signs from the next checkpoint on. The former one stays listed at /api/log/keys. */
    @POST
    public LogKeysResource.Published rotate() {
        return LogKeysResource.Published.of(keys.rotate(signedIn.name()));
    }
}
