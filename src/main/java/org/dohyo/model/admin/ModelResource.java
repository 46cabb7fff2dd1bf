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

import org.dohyo.account.Role;
import org.dohyo.account.SignedIn;
import org.dohyo.model.endpoint.EndpointTest;
import org.dohyo.model.endpoint.HealthView;
import org.dohyo.provider.Message;
import org.dohyo.provider.text.PromptTemplate;
import org.dohyo.web.Languages;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.ext.web.RoutingContext;

/** The admin's interface to models. Keys can be set but are never returned. */
@Path("/api/admin/models")
@RolesAllowed(Role.Name.ADMIN)
@Consumes(MediaType.APPLICATION_JSON)
public class ModelResource {

    private static final List<Message> EXAMPLE = List.of(new Message(Message.Role.USER, "こんにちは"),
            new Message(Message.Role.ASSISTANT, "こんにちは。ご用件は何でしょうか。"),
            new Message(Message.Role.USER, "日本の首都はどこですか。"));

    private final ModelAdmin models;
    private final EndpointTest test;
    private final Languages languages;
    private final SignedIn signedIn;

    ModelResource(ModelAdmin models, EndpointTest test, Languages languages, SignedIn signedIn) {
        this.models = models;
        this.test = test;
        this.languages = languages;
        this.signedIn = signedIn;
    }

    public record Models(List<ModelView> models) {
    }

    @GET
    @RolesAllowed(Role.Name.READER)
    public Models all() {
        return new Models(models.all());
    }

    @POST
    public Response create(Map<String, Object> request) {
        ModelView model = models.create(request, signedIn.name());
        return Response.created(URI.create("/api/admin/models/" + model.slug())).entity(model).build();
    }

    /** The health of each model's endpoint within the last hour, by slug. */
    @GET
    @RolesAllowed(Role.Name.READER)
    @Path("health")
    public Map<String, HealthView> health() {
        return models.health();
    }

    @GET
    @RolesAllowed(Role.Name.READER)
    @Path("{slug}")
    public ModelView one(String slug) {
        return models.one(slug);
    }

    @PATCH
    @Path("{slug}")
    public ModelView change(String slug, Map<String, Object> request) {
        return models.change(slug, request, signedIn.name());
    }

    @DELETE
    @Path("{slug}")
    @Consumes(MediaType.WILDCARD)
    public void retire(String slug) {
        models.retire(slug, signedIn.name());
    }

    /**
     * Deletes an entry of the model's prices.
     *
     * @param since its first day, such as 2027-01-31
     */
    @DELETE
    @Path("{slug}/prices/{since}")
    @Consumes(MediaType.WILDCARD)
    public void deletePrice(String slug, String since) {
        models.deletePrice(slug, since, signedIn.name());
    }

    /** Tests an endpoint before the model is added: the body is that of the creation, of which nothing is stored. */
    @POST
    @Path("test")
    @Blocking
    public Uni<EndpointTest.Result> test(Map<String, Object> request, @Context HttpHeaders headers,
            @Context RoutingContext caller) {
        return whileAwaited(test.run(models.endpoint(request), languages.of(headers)), caller);
    }

    /** The test ends when its caller goes away: an endpoint that hangs is not called on. */
    private static Uni<EndpointTest.Result> whileAwaited(Uni<EndpointTest.Result> test, RoutingContext caller) {
        return Uni.createFrom().emitter(result -> {
            Cancellable running = test.subscribe().with(result::complete, result::fail);
            caller.addEndHandler(end -> running.cancel());
        });
    }

    /** @param prompt the text that the model would be asked to continue */
    public record Preview(String prompt) {
    }

    /** The prompt that a model without a chat template gets for a short conversation; nothing is stored. */
    @POST
    @Path("prompt")
    @Blocking
    public Preview prompt(Map<String, Object> request) {
        return new Preview(PromptTemplate.preview(models.endpoint(request), EXAMPLE));
    }

    @POST
    @Path("{slug}/test")
    @Consumes(MediaType.WILDCARD)
    @Blocking
    public Uni<EndpointTest.Result> test(String slug, @Context HttpHeaders headers, @Context RoutingContext caller) {
        return whileAwaited(test.run(models.endpoint(slug), languages.of(headers)), caller);
    }
}
