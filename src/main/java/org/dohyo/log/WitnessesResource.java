package org.dohyo.log;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response.Status;

import org.dohyo.account.Role;
import org.dohyo.account.SignedIn;
import org.dohyo.web.Refusal;

import io.smallrye.common.annotation.Blocking;

/** Says whose word about the log is ignored. */
@Path("/api/admin/log/witnesses")
@RolesAllowed(Role.Name.ADMIN)
@Blocking
public class WitnessesResource {

    private final SigningHolds holds;
    private final SignedIn signedIn;

    WitnessesResource(SigningHolds holds, SignedIn signedIn) {
        this.holds = holds;
        this.signedIn = signedIn;
    }

    /** @param witness the name of its key */
    public record Decision(@NotEmpty @Size(max = 200) String witness, @NotNull Boolean ignored) {
    }

    /**
     * Ignores a witness that has ended the signing: it isn't asked any more, and doesn't end the signing again. Or
     * takes notice of it again. 404 if no such witness has ended the signing.
     */
    @PUT
    public void decide(@NotNull @Valid Decision decision) {
        if (!holds.ignore(signedIn.name(), decision.witness, decision.ignored)) {
            throw Refusal.of(LogProblemMessages.class, Status.NOT_FOUND, "unknown-witness",
                    LogProblemMessages::unknownWitness);
        }
    }
}
