package org.dohyo.project.api;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.dohyo.account.Role;
import org.dohyo.account.SignedIn;
import org.dohyo.model.CallForecast;
import org.dohyo.project.answering.AnsweringRuns;
import org.dohyo.project.answering.AnsweringView;
import org.dohyo.project.answering.AnsweringViews;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;

import io.smallrye.common.annotation.Blocking;

/** Models of the arena that answer a project's prompts. */
@Path("/api/admin/projects/{slug}/answering")
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Name.READER)
@Blocking
public class AnsweringResource {

    private static final int ACCEPTED = 202;
    private static final int LONGEST_NAME = 200;
    private static final int MOST_MODELS = 50;

    private final AnsweringRuns runs;
    private final AnsweringViews views;
    private final SignedIn signedIn;

    AnsweringResource(AnsweringRuns runs, AnsweringViews views, SignedIn signedIn) {
        this.runs = runs;
        this.views = views;
        this.signedIn = signedIn;
    }

    /**
     * @param models slugs
     * @param name under which the answers of a single model stand in the project
     */
    public record Start(
            @NotEmpty @Size(max = MOST_MODELS,
                    message = "{dohyo.Entries.message}") List<@NotBlank @Size(max = LONGEST_NAME) String> models,
            @Size(max = LONGEST_NAME) String name) {
    }

    @GET
    @Operation(summary = "How far each model is that was asked to answer the project's prompts")
    public AnsweringView answering(String slug) {
        return views.of(slug);
    }

    @GET
    @Path("forecast")
    @Operation(
            summary = "The calls, tokens and cost that a model's missing answers would take, estimated from a few prompts",
            description = "Each turn of a prompt is a call. name is the name of the answers in the project; without it, "
                    + "it is the model's slug.")
    public CallForecast forecast(String slug, @QueryParam("model") String model, @QueryParam("name") String name) {
        return runs.forecast(slug, PlainText.of("model", model), PlainText.of("name", name));
    }

    @POST
    @ResponseStatus(ACCEPTED)
    @Operation(summary = "Has models of the arena answer the prompts that have no answer of theirs, in the background",
            description = "models are slugs; name, for a single model, is the name of its answers in the project. 409 "
                    + "without prompts, where no answer is missing, and while the same name is being answered.")
    public void start(String slug, @NotNull @Valid Start start) {
        runs.start(slug, start.models.stream().map(model -> PlainText.of("models", model)).distinct().toList(),
                PlainText.of("name", start.name), signedIn.name());
        runs.wake();
    }

    @POST
    @Path("{run}/cancel")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Ends a model's calls; what was answered stays")
    public void cancel(String slug, long run) {
        runs.cancel(slug, run, signedIn.name());
    }

    @POST
    @Path("{run}/resume")
    @Consumes(MediaType.WILDCARD)
    @ResponseStatus(ACCEPTED)
    @Operation(summary = "Asks what is left, what failed, and prompts that were uploaded since")
    public void resume(String slug, long run) {
        runs.resume(slug, run, signedIn.name());
        runs.wake();
    }
}
