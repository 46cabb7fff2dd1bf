package org.dohyo.account;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.vertx.core.http.HttpServerRequest;

/** Signing in, signing out, and the one-time setup of the first admin. */
@Path("/api")
@Consumes(MediaType.APPLICATION_JSON)
public class SignInResource {

    private final Accounts accounts;
    private final PasswordSignIn passwords;
    private final SetupLinks links;
    private final SessionCookie session;

    SignInResource(Accounts accounts, PasswordSignIn passwords, SetupLinks links, SessionCookie session) {
        this.session = session;
        this.accounts = accounts;
        this.passwords = passwords;
        this.links = links;
    }

    public record Credentials(@NotEmpty String name, @NotEmpty String password) {
    }

    public record Setup(@NotEmpty String token, @NotEmpty String password) {
    }

    @POST
    @Path("session")
    public Response signIn(@NotNull @Valid Credentials credentials, @Context HttpServerRequest request) {
        PasswordSignIn.Attempt attempt = passwords.attempt(credentials.name, credentials.password,
                request.remoteAddress().hostAddress());
        if (attempt.isTooEarly()) {
            throw SignInRefusal.slowed(attempt.delay());
        }
        return signedIn(attempt.account().orElseThrow(SignInRefusal::wrong), request);
    }

    @DELETE
    @Path("session")
    @Consumes(MediaType.WILDCARD)
    public Response signOut(@Context HttpServerRequest request) {
        String token = session.read(request);
        if (token != null) {
            accounts.endSession(token);
        }
        return Response.noContent().cookie(session.gone(request)).build();
    }

    @POST
    @Path("setup")
    public Response setup(@NotNull @Valid Setup setup, @Context HttpServerRequest request) {
        PasswordPolicy.check(setup.password);
        passwords.requireLocal();
        return signedIn(links.setPassword(setup.token, setup.password), request);
    }

    private Response signedIn(Account account, HttpServerRequest request) {
        return Response.noContent()
                .cookie(session.of(request, accounts.openSession(account, request.getHeader("User-Agent"))))
                .build();
    }
}
