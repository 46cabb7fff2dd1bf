package org.dohyo.leaderboard.agreement;

import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;

import org.dohyo.web.ParameterPlace;
import org.dohyo.web.Refusal;

import io.smallrye.common.annotation.Blocking;

/** How far judges agree with people. */
@Path("/api/leaderboard/agreement")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class AgreementResource {

    private final Agreements agreements;

    AgreementResource(Agreements agreements) {
        this.agreements = agreements;
    }

    /** The agreement of the board {@code judge} or {@code inferred} with people's votes. */
    @GET
    public Agreement agreement(@QueryParam("category") String category) {
        ParameterPlace.QUERY.check("category", category != null && Agreements.CATEGORIES.contains(category),
                List.copyOf(Agreements.CATEGORIES));
        return agreements.of(category).orElseThrow(
                () -> Refusal.of(AgreementMessages.class, Status.NOT_FOUND, "no-agreement",
                        AgreementMessages::noVotes));
    }
}
