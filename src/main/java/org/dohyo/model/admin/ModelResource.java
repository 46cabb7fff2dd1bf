package org.dohyo.model.admin;

import java.net.URI;
import java.util.List;
import java.util.Map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;

import org.dohyo.account.Account;
import org.dohyo.model.endpoint.EndpointTest;
import org.dohyo.model.endpoint.HealthView;
import org.dohyo.web.Languages;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;

/** The admin's interface to models. A key goes in and never comes out. */
@Path("/api/admin/models")
@RolesAllowed(Account.ADMIN)
@Consumes(MediaType.APPLICATION_JSON)
public class ModelResource {

    private final ModelAdmin models;
    private final EndpointTest test;
    private final Languages languages;

    ModelResource(ModelAdmin models, EndpointTest test, Languages languages) {
        this.models = models;
        this.test = test;
        this.languages = languages;
    }

    public record Models(List<ModelView> models) {
    }

    @GET
    @RolesAllowed(Account.READER)
    public Models all() {
        return new Models(models.all());
    }

    @POST
    public Response create(Map<String, Object> request, @Context SecurityContext caller) {
        ModelView model = models.create(request, caller.getUserPrincipal().getName());
        return Response.created(URI.create("/api/admin/models/" + model.slug())).entity(model).build();
    }

    /** How each model's endpoint has been doing within the last hour, by slug. */
    @GET
    @RolesAllowed(Account.READER)
    @Path("health")
    public Map<String, HealthView> health() {
        return models.health();
    }

    @GET
    @RolesAllowed(Account.READER)
    @Path("{slug}")
    public ModelView one(String slug) {
        return models.one(slug);
    }

    @PATCH
    @Path("{slug}")
    public ModelView change(String slug, Map<String, Object> request, @Context SecurityContext caller) {
        return models.change(slug, request, caller.getUserPrincipal().getName());
    }

    @DELETE
    @Path("{slug}")
    @Consumes(MediaType.WILDCARD)
    public void retire(String slug, @Context SecurityContext caller) {
        models.retire(slug, caller.getUserPrincipal().getName());
    }

    @POST
    @Path("{slug}/test")
    @Consumes(MediaType.WILDCARD)
    @Blocking
    public Uni<EndpointTest.Result> test(String slug, @Context HttpHeaders headers) {
        return test.run(models.endpoint(slug), languages.of(headers));
    }
}
