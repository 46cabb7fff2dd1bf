package org.dohyo.account;

import java.time.Duration;

import jakarta.transaction.Transactional;
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
    private final SignInThrottle throttle;
    private final SetupLinks links;
    private final Audit audit;

    SignInResource(Accounts accounts, SignInThrottle throttle, SetupLinks links, Audit audit) {
        this.accounts = accounts;
        this.throttle = throttle;
        this.links = links;
        this.audit = audit;
    }

    public record Credentials(String name, String password) {
    }

    public record Setup(String token, String password) {
    }

    @POST
    @Path("session")
    public Response signIn(Credentials given, @Context HttpServerRequest request) {
        String name = required(given == null ? null : given.name, "name");
        String password = required(given == null ? null : given.password, "password");
        String address = request.remoteAddress().hostAddress();
        Duration wait = throttle.delay(name, address);
        if (!wait.isZero()) {
            throw SignInRefusal.slowed(wait);
        }
        Account account = accounts.verify(name, password).orElseThrow(() -> {
            throttle.failed(name, address);
            return SignInRefusal.wrong();
        });
        throttle.succeeded(name, address);
        return signedIn(account, request);
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
    @Transactional
    public Response setup(Setup given, @Context HttpServerRequest request) {
        String token = required(given == null ? null : given.token, "token");
        String password = required(given == null ? null : given.password, "password");
        Accounts.complaint(password).ifPresent(complaint -> {
            throw Problem.field(Status.BAD_REQUEST, "password", "body", complaint);
        });
        if (!links.use(token) || !accounts.create(Role.Name.ADMIN, password, Role.ADMIN)) {
            throw Problem.of(Status.FORBIDDEN, "setup-link-invalid",
                    "The setup link was used or has run out. Restart the server to get a new one.");
        }
        audit.record(Role.Name.ADMIN, "setup", "account:admin", null, null);
        return signedIn(accounts.verify(Role.Name.ADMIN, password).orElseThrow(), request);
    }

    private Response signedIn(Account account, HttpServerRequest request) {
        return Response.noContent()
                .cookie(SessionCookie.of(request, accounts.openSession(account, request.getHeader("User-Agent")))).build();
    }

    private static String required(String value, String field) {
        if (value == null || value.isEmpty()) {
            throw Problem.field(Status.BAD_REQUEST, field, "body", "is required");
        }
        // PostgreSQL has no such character in a text.
        if (value.indexOf('\0') >= 0) {
            throw Problem.field(Status.BAD_REQUEST, field, "body", "must not contain the null character");
        }
        return value;
    }
}
