package org.dohyo.model.secret;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.dohyo.account.Role;
import org.dohyo.account.SignedIn;

/** Rotates the key with which stored secrets are encrypted. */
@Path("/api/admin/secrets")
@RolesAllowed(Role.Name.ADMIN)
public class SecretsResource {

    private final KeyRotation rotation;
    private final SignedIn signedIn;

    SecretsResource(KeyRotation rotation, SignedIn signedIn) {
        this.rotation = rotation;
        this.signedIn = signedIn;
    }

    /** Re-encrypts all secrets; returns their number. */
    @POST
    @Path("rotate")
    public KeyRotation.Rotated rotate() {
        return rotation.rotate(signedIn.name());
    }
}
