package org.dohyo.model.admin;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;

import org.dohyo.account.Role;
import org.dohyo.model.endpoint.LocalModels;
import org.dohyo.provider.Secret;
import org.dohyo.provider.http.CallFailure;
import org.dohyo.support.Fields;
import org.dohyo.support.Problem;

import io.smallrye.mutiny.Uni;

/** Which models there are to add: at this machine's usual ports, or below a given base URL. */
@Path("/api/admin/discovery")
@RolesAllowed(Role.Name.ADMIN)
@Consumes(MediaType.APPLICATION_JSON)
public class DiscoveryResource {

    private final LocalModels local;
    private final ModelForm form;

    DiscoveryResource(LocalModels local, ModelForm form) {
        this.local = local;
        this.form = form;
    }

    public record Offer(List<LocalModels.OfferedModel> models) {
    }

    /** Without a body the usual ports; with {@code {"baseUrl","apiKey"}} that server. */
    @POST
    @Consumes(MediaType.WILDCARD)
    public Uni<Offer> look(Map<String, Object> request) {
        if (request == null) {
            return local.here().map(Offer::new);
        }
        Fields fields = new Fields(request, Set.of("baseUrl", "apiKey"));
        URI url = URI.create(form.baseUrl(fields.required("baseUrl")));
        Secret key = new Secret(Objects.requireNonNullElse(fields.text("apiKey"), ""));
        return local.at(url, key).map(Offer::new).onFailure(CallFailure.class)
                .transform(
                        failure -> Problem.of(Status.BAD_GATEWAY, "no-list", "The server gives no list of its models: "
                                + failure.kind() + ", " + failure.getMessage()));
    }
}
