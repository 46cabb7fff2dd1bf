package org.dohyo.account;

import java.util.function.Function;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.dohyo.web.Refusal;
import org.eclipse.microprofile.openapi.annotations.Operation;

import io.vertx.core.http.HttpServerRequest;

/** The caller's own password. */
@Path("/api/admin/password")
@RolesAllowed(Role.Name.READER)
@Consumes(MediaType.APPLICATION_JSON)
public class PasswordResource {

    private final PasswordSignIn passwords;
    private final Accounts accounts;
    private final Users users;
    private final SignedIn signedIn;
    private final SessionCookie session;

    PasswordResource(PasswordSignIn passwords, Accounts accounts, Users users, SignedIn signedIn,
            SessionCookie session) {
        this.session = session;
        this.passwords = passwords;
        this.accounts = accounts;
        this.users = users;
        this.signedIn = signedIn;
    }

    /** @param repeated the new password once more; null if the caller doesn't ask for it twice */
    public record Change(@NotNull String current, String password, String repeated) {
    }

    @PUT
    @Operation(summary = "Changes the caller's own password. Ends all of the account's sessions and opens a new one.")
    public Response change(@NotNull @Valid Change change, @Context HttpServerRequest request) {
        PasswordPolicy.check(change.password);
        if (change.repeated != null && !change.repeated.equals(change.password)) {
            throw wrong("repeated", AccountMessages::otherPassword);
        }
        PasswordSignIn.Attempt attempt = passwords.attempt(signedIn.name(), change.current,
                request.remoteAddress().hostAddress());
        if (attempt.isTooEarly()) {
            throw SignInRefusal.slowed(attempt.delay());
        }
        Account account = attempt.account().orElseThrow(() -> wrong("current", AccountMessages::notThePassword));
        users.changePassword(signedIn.name(), change.password);
        return Response.noContent()
                .cookie(session.of(request, accounts.openSession(account, request.getHeader("User-Agent"))))
                .build();
    }

    private static Refusal wrong(String field, Function<AccountMessages, String> rule) {
        return Refusal.field(AccountMessages.class, field, rule);
    }
}
