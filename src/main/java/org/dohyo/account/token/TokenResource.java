package org.dohyo.account.token;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.dohyo.account.Role;
import org.dohyo.account.SignedIn;
import org.dohyo.web.Refusal;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The tokens of the caller's account; an admin also sees and revokes those of others. */
@Path("/api/admin/tokens")
@RolesAllowed(Role.Name.READER)
@Consumes(MediaType.APPLICATION_JSON)
public class TokenResource {

    private static final int MOST_NAME = 64;
    private static final int MOST_DAYS = 366;
    private static final int DAYS = 90;

    private final ApiTokens tokens;
    private final SignedIn signedIn;

    TokenResource(ApiTokens tokens, SignedIn signedIn) {
        this.tokens = tokens;
        this.signedIn = signedIn;
    }

    public record All(List<ApiTokens.View> tokens) {
    }

    /**
     * @param scopes labels such as {@code models:write}
     * @param days until it expires, {@value #DAYS} by default
     */
    public record Creation(@NotBlank @Size(max = MOST_NAME) String name, @NotEmpty List<String> scopes,
            @Min(1) @Max(MOST_DAYS) Integer days) {
    }

    @GET
    @Operation(summary = "The caller's API tokens, newest first; an admin's list has those of all accounts")
    public All all() {
        return new All(tokens.all(ApiTokens.owner(signedIn)));
    }

    @POST
    @Operation(
            summary = "Makes an API token: 201 with its text, which is never shown again; expires after days (1 to 366)")
    public Response create(@NotNull @Valid Creation creation) {
        ApiTokens.Created created = tokens.create(creation.name.strip(), scopes(creation.scopes),
                Duration.ofDays(creation.days == null ? DAYS : creation.days), signedIn.name());
        return Response.created(URI.create("/api/admin/tokens/" + created.view().id())).entity(created).build();
    }

    @DELETE
    @Path("{id}")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Revokes an API token at once and for good; its row stays in the list")
    public void revoke(long id) {
        tokens.revoke(id, ApiTokens.owner(signedIn), signedIn.name());
    }

    private Set<Scope> scopes(List<String> labels) {
        return labels.stream().map(this::scope).collect(Collectors.toCollection(() -> EnumSet.noneOf(Scope.class)));
    }

    private Scope scope(String label) {
        Scope scope = Scope.ofLabel(label)
                .orElseThrow(() -> wrong(words -> words.scopeUnknown(Arrays.stream(Scope.values())
                        .map(Scope::label).collect(Collectors.joining(", ")))));
        if (!signedIn.may(scope.role())) {
            throw wrong(words -> words.scopeNeedsRole(label, scope.role().label()));
        }
        return scope;
    }

    private static Refusal wrong(Function<TokenMessages, String> rule) {
        return Refusal.field(TokenMessages.class, "scopes", rule);
    }
}
