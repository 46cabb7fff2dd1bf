package org.dohyo.model.secret;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;

import org.dohyo.account.Account;

/** The command that changes the key which stored secrets are encrypted with. */
@Path("/api/admin/secrets")
@RolesAllowed(Account.ADMIN)
public class SecretsResource {

    private final KeyRotation rotation;

    SecretsResource(KeyRotation rotation) {
        this.rotation = rotation;
    }

    /** Answers with the number of secrets that were encrypted anew. */
    @POST
    @Path("rotate")
    public KeyRotation.Rotated rotate(@Context SecurityContext caller) {
        return rotation.rotate(caller.getUserPrincipal().getName());
    }
}
