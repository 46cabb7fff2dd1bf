package org.dohyo.account;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;

import org.dohyo.support.Problem;

import io.vertx.core.http.HttpServerRequest;

/** Signing in, signing out, and the one-time setup of the first admin. */
@Path("/api")
@Consumes(MediaType.APPLICATION_JSON)
public class SignInResource {

    private final Accounts accounts;
    private final PasswordSignIn passwords;
    private final SetupLinks links;

    SignInResource(Accounts accounts, PasswordSignIn passwords, SetupLinks links) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.links = links;
    }

    public record Credentials(String name, String password) {
    }

    public record Setup(String token, String password) {
    }

    @POST
    @Path("session")
    public Response signIn(Credentials credentials, @Context HttpServerRequest request) {
        String name = required(credentials == null ? null : credentials.name, "name");
        String password = required(credentials == null ? null : credentials.password, "password");
        PasswordSignIn.Attempt attempt = passwords.attempt(name, password, request.remoteAddress().hostAddress());
        if (attempt.isTooEarly()) {
            throw SignInRefusal.slowed(attempt.delay());
        }
        return signedIn(attempt.account().orElseThrow(SignInRefusal::wrong), request);
    }

    @DELETE
    @Path("session")
    @Consumes(MediaType.WILDCARD)
    public Response signOut(@Context HttpServerRequest request) {
        String token = SessionCookie.read(request);
        if (token != null) {
            accounts.endSession(token);
        }
        return Response.noContent().cookie(SessionCookie.gone(request)).build();
    }

    @POST
    @Path("setup")
    public Response setup(Setup setup, @Context HttpServerRequest request) {
        String token = required(setup == null ? null : setup.token, "token");
        String password = required(setup == null ? null : setup.password, "password");
        PasswordPolicy.complaint(password).ifPresent(complaint -> {
            throw Problem.field(Status.BAD_REQUEST, "password", "body", complaint);
        });
        return signedIn(links.setPassword(token, password), request);
    }

    private Response signedIn(Account account, HttpServerRequest request) {
        return Response.noContent()
                .cookie(SessionCookie.of(request, accounts.openSession(account, request.getHeader("User-Agent"))))
                .build();
    }

    private static String required(String value, String field) {
        if (value == null || value.isEmpty()) {
            throw Problem.field(Status.BAD_REQUEST, field, "body", "is required");
        }
        // PostgreSQL can't store the null character in a text.
        if (value.indexOf('\0') >= 0) {
            throw Problem.field(Status.BAD_REQUEST, field, "body", "must not contain the null character");
        }
        return value;
    }
}
