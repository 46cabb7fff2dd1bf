package org.dohyo.account;

import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.SecurityContext;

import org.dohyo.support.Problem;

/** Those who may sign in, and their sessions. */
@Path("/api/admin/users")
@RolesAllowed(Account.ADMIN)
@Consumes(MediaType.APPLICATION_JSON)
public class UserResource {

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}._@-]{1,64}");

    private final Users users;

    UserResource(Users users) {
        this.users = users;
    }

    public record All(List<Users.User> users) {
    }

    public record Sessions(List<Users.OpenSession> sessions) {
    }

    public record Creation(String name, String role, String password) {
    }

    @GET
    public All all() {
        return new All(users.all());
    }

    @POST
    public Response create(Creation given, @Context SecurityContext caller) {
        if (given == null || given.name == null || !NAME.matcher(given.name).matches()) {
            throw wrong("name", "must be 1 to 64 letters, digits, '.', '_', '@', '-'");
        }
        checkRole(given.role);
        checkPassword(given.password);
        Users.User user = users.create(given.name, given.role, given.password, who(caller));
        return Response.created(URI.create("/api/admin/users")).entity(user).build();
    }

    @PATCH
    @Path("{name}")
    public Users.User change(String name, Users.Change change, @Context SecurityContext caller) {
        if (change == null) {
            throw wrong("body", "is required");
        }
        if (change.role() != null) {
            checkRole(change.role());
        }
        if (change.password() != null) {
            checkPassword(change.password());
        }
        return users.change(plain(name), change, who(caller));
    }

    @GET
    @Path("{name}/sessions")
    public Sessions sessions(String name) {
        return new Sessions(users.sessions(plain(name)));
    }

    @DELETE
    @Path("{name}/sessions")
    @Consumes(MediaType.WILDCARD)
    public void endSessions(String name, @Context SecurityContext caller) {
        users.endSessions(plain(name), who(caller));
    }

    /** PostgreSQL has no such character in a text. */
    private static String plain(String name) {
        return name.replace("\0", "");
    }

    private static void checkRole(String role) {
        if (Role.ofLabel(role).isEmpty()) {
            throw wrong("role", "must be admin, moderator or reader");
        }
    }

    private static void checkPassword(String password) {
        Accounts.complaint(password).ifPresent(complaint -> {
            throw wrong("password", complaint);
        });
    }

    private static RuntimeException wrong(String field, String reason) {
        return Problem.field(Status.BAD_REQUEST, field, "body", reason);
    }

    private static String who(SecurityContext caller) {
        return caller.getUserPrincipal().getName();
    }
}
