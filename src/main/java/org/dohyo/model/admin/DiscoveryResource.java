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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.dohyo.account.Role;
import org.dohyo.model.endpoint.EndpointAdvice;
import org.dohyo.model.endpoint.EndpointMessages;
import org.dohyo.model.endpoint.LocalModels;
import org.dohyo.provider.Secret;
import org.dohyo.provider.http.CallFailure;
import org.dohyo.support.Problem;
import org.dohyo.support.UnprocessableContent;
import org.dohyo.web.Fields;
import org.dohyo.web.Languages;
import org.dohyo.web.Texts;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;

/** Lists models that can be added: those served at this machine's usual ports, or below a given base URL. */
@Path("/api/admin/discovery")
@RolesAllowed(Role.Name.ADMIN)
@Consumes(MediaType.APPLICATION_JSON)
public class DiscoveryResource {

    private final LocalModels local;
    private final ModelForm form;
    private final Languages languages;

    DiscoveryResource(LocalModels local, ModelForm form, Languages languages) {
        this.local = local;
        this.form = form;
        this.languages = languages;
    }

    public record Offer(List<LocalModels.OfferedModel> models) {
    }

    /** Without a body, queries the usual ports; with {@code {"baseUrl","apiKey"}}, that server. */
    @POST
    @Consumes(MediaType.WILDCARD)
    public Uni<Offer> look(Map<String, Object> request, @Context HttpHeaders headers) {
        if (request == null) {
            return local.here().map(Offer::new);
        }
        Fields fields = new Fields(request, Set.of("baseUrl", "apiKey"));
        URI url = URI.create(form.baseUrl(fields.required("baseUrl")));
        Secret key = new Secret(Objects.requireNonNullElse(fields.text("apiKey"), ""));
        return local.at(url, key).map(Offer::new).onFailure(CallFailure.class)
                .transform(failure -> noList(url, failure, languages.of(headers)));
    }

    /** An admin's typo, mostly: no fault of this server, so no 5xx and no entry in its log. */
    private static HttpProblem noList(URI url, CallFailure failure, String locale) {
        EndpointMessages words = Texts.of(EndpointMessages.class, locale);
        String advice = EndpointAdvice.of(words, failure.kind(), url);
        return Problem.of(new UnprocessableContent(), "no-list",
                advice + " (" + failure.kind() + ", " + failure.getMessage() + ")");
    }
}
