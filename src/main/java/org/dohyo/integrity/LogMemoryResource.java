package org.dohyo.integrity;

import java.io.IOException;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.dohyo.account.Role;
import org.dohyo.account.SignedIn;

/** Acknowledges that the vote log was set back. */
@Path("/api/admin/log")
@RolesAllowed(Role.Name.ADMIN)
public class LogMemoryResource {

    private final LogMemory memory;
    private final SignedIn signedIn;

    LogMemoryResource(LogMemory memory, SignedIn signedIn) {
        this.memory = memory;
        this.signedIn = signedIn;
    }

    /** Takes the log as it is now, so that the warning ends. */
    @POST
    @Path("acknowledge")
    public void acknowledge() throws IOException {
        memory.acknowledge(signedIn.name());
    }
}
