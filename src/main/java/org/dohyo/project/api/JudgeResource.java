package org.dohyo.project.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
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
import org.dohyo.project.judge.JudgeRuns;
import org.dohyo.project.judge.JudgeView;
import org.dohyo.project.judge.JudgeViews;
import org.dohyo.web.Languages;
import org.dohyo.web.Refusal;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;

import io.smallrye.common.annotation.Blocking;

/** An automatic judge beside a project's people. */
@Path("/api/admin/projects/{slug}/judge")
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Name.READER)
@Blocking
public class JudgeResource {

    private static final int ACCEPTED = 202;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TEMPLATE = 20_000;
    private static final String ENGLISH = "en";

    private final JudgeRuns runs;
    private final JudgeViews views;
    private final Languages languages;
    private final SignedIn signedIn;

    JudgeResource(JudgeRuns runs, JudgeViews views, Languages languages, SignedIn signedIn) {
        this.runs = runs;
        this.views = views;
        this.languages = languages;
        this.signedIn = signedIn;
    }

    /** @param language of the standard template; {@code template} replaces it */
    public record Start(@NotBlank @Size(max = LONGEST_NAME) String model, String language,
            @Size(max = LONGEST_TEMPLATE) String template) {
    }

    @GET
    @Operation(summary = "The newest judge's progress, people's ratings with and without it, and how far it agrees")
    public JudgeView judge(String slug) {
        return views.of(slug);
    }

    @GET
    @Path("forecast")
    @Operation(summary = "The calls, tokens and cost that a model as judge would take, estimated from a few items")
    public CallForecast forecast(String slug, @QueryParam("model") String model) {
        return runs.forecast(slug, model);
    }

    @POST
    @ResponseStatus(ACCEPTED)
    @Operation(summary = "Has a model of the arena judge all items in both orders, in the background",
            description = "template replaces the standard one of the language (en, ja); {a} and {b} stand for the two "
                    + "conversations, and the verdict is read from [[A]], [[B]] or [[C]]. 409 while another judge is at work.")
    public void start(String slug, @NotNull @Valid Start start) {
        String language = start.language == null ? ENGLISH : start.language;
        if (!languages.contains(language)) {
            throw Refusal.field("language",
                    words -> words.oneOf(languages.all().stream().reduce(words::either).orElseThrow()));
        }
        runs.start(slug, PlainText.of("model", start.model), language, PlainText.of("template", start.template),
                signedIn.name());
        runs.wake();
    }

    @POST
    @Path("cancel")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Ends the judge's calls; what was answered stays")
    public void cancel(String slug) {
        runs.cancel(slug, signedIn.name());
    }

    @POST
    @Path("resume")
    @Consumes(MediaType.WILDCARD)
    @ResponseStatus(ACCEPTED)
    @Operation(summary = "Asks what is left, what failed, and items that were planned since")
    public void resume(String slug) {
        runs.resume(slug, signedIn.name());
        runs.wake();
    }
}
