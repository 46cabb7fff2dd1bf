package org.dohyo.account;

import java.net.URI;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.dohyo.web.Refusal;
import org.dohyo.web.Texts;

/** The accounts and their sessions, for admins. */
@Path("/api/admin/users")
@RolesAllowed(Role.Name.ADMIN)
@Consumes(MediaType.APPLICATION_JSON)
public class UserResource {

    private static final String NAME = "[\\p{L}\\p{N}._@-]{1,64}";

    private final Users users;
    private final SignedIn signedIn;

    UserResource(Users users, SignedIn signedIn) {
        this.users = users;
        this.signedIn = signedIn;
    }

    public record All(List<Users.User> users) {
    }

    public record Sessions(List<Users.OpenSession> sessions) {
    }

    public record Creation(
            @NotNull @Pattern(regexp = NAME, message = "{dohyo.AccountName.message}") String name,
            String role, String password) {
    }

    /** A change of an account; a missing member leaves the value as it is. */
    public record Change(String role, String password, Boolean disabled) {
    }

    @GET
    public All all() {
        return new All(users.all());
    }

    @POST
    public Response create(@NotNull @Valid Creation creation) {
        Role role = role(creation.role);
        PasswordPolicy.check(creation.password);
        Users.User user = users.create(creation.name, role, creation.password, signedIn.name());
        return Response.created(URI.create("/api/admin/users")).entity(user).build();
    }

    @PATCH
    @Path("{name}")
    public Users.User change(String name, @NotNull Change change) {
        Role role = change.role == null ? null : role(change.role);
        if (change.password != null) {
            PasswordPolicy.check(change.password);
        }
        return users.change(name, new Users.Change(role, change.password, change.disabled), signedIn.name());
    }

    @GET
    @Path("{name}/sessions")
    public Sessions sessions(String name) {
        return new Sessions(users.sessions(name));
    }

    @DELETE
    @Path("{name}/sessions")
    @Consumes(MediaType.WILDCARD)
    public void endSessions(String name) {
        users.endSessions(name, signedIn.name());
    }

    private static Role role(String label) {
        return Role.ofLabel(label).orElseThrow(() -> Refusal.field("role", words -> Texts.oneOf(words,
                List.of(Role.Name.ADMIN, Role.Name.MODERATOR, Role.Name.READER))));
    }

}
