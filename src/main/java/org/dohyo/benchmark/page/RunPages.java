package org.dohyo.benchmark.page;

import java.util.List;
import java.util.Locale;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;

import org.dohyo.account.Role;
import org.dohyo.benchmark.KnownBenchmarks;
import org.dohyo.benchmark.run.QuestionSets;
import org.dohyo.benchmark.run.RunWords;
import org.dohyo.benchmark.run.Runners;
import org.dohyo.benchmark.run.Runs;
import org.dohyo.model.admin.ModelAdmin;
import org.dohyo.model.admin.ModelView;
import org.dohyo.web.Languages;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.smallrye.common.annotation.Blocking;

/** The desk's pages on runs. */
@Path("/desk/runs")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@RolesAllowed(Role.Name.READER)
@Blocking
public class RunPages {

    private final Runs runs;
    private final RunWords words;
    private final Runners runners;
    private final QuestionSets sets;
    private final ModelAdmin models;
    private final Languages languages;

    RunPages(Runs runs, RunWords words, Runners runners, QuestionSets sets, ModelAdmin models, Languages languages) {
        this.runs = runs;
        this.words = words;
        this.runners = runners;
        this.sets = sets;
        this.models = models;
        this.languages = languages;
    }

    @CheckedTemplate
    static class Templates {

        private Templates() {
        }

        static native TemplateInstance runs(List<RunView> runs, List<ModelView> models, List<QuestionSets.Listed> mtBench,
                List<QuestionSets.Listed> mmlu, boolean admin, String locale, String path);

        static native TemplateInstance run(RunView run, Runs.Outcome outcome, RunTable table, Calls calls, boolean admin,
                String locale, String path);
    }

    /**
     * A page of a run's calls.
     *
     * @param next the address of the following page, or null
     */
    public record Calls(List<RunWords.Said> said, boolean failedOnly, String next) {
    }

    @GET
    public TemplateInstance all(@Context HttpHeaders headers, @Context SecurityContext caller) {
        String locale = languages.of(headers);
        List<ModelView> callable = models.all().stream()
                .filter(model -> model.protocol() != null && model.retiredAt() == null).toList();
        return Templates.runs(runs.newest(null), callable, sets.of(runners.of(KnownBenchmarks.MT_BENCH.slug())),
                sets.of(runners.of(KnownBenchmarks.MMLU.slug())), caller.isUserInRole(Role.Name.ADMIN), locale, "/desk/runs")
                .setLocale(locale);
    }

    @GET
    @Path("{id}")
    public TemplateInstance one(@PathParam("id") String id, @QueryParam("after") @DefaultValue("0") long after,
            @QueryParam("failed") @DefaultValue("false") boolean failed, @Context HttpHeaders headers,
            @Context SecurityContext caller) {
        String locale = languages.of(headers);
        RunView run = runs.one(id);
        Runs.Outcome outcome = runs.outcome(run);
        RunMessages told = MessageBundles.get(RunMessages.class, Localized.Literal.of(locale));
        RunTable table = RunTable.of(runners.of(run.benchmark()), outcome.scores(), told);
        List<RunWords.Said> said = words.of(run.id(), after, failed ? "FAILED" : null, null);
        String next = said.size() < RunWords.PAGE ? null
                : run.page() + "?after=" + said.get(said.size() - 1).id() + (failed ? "&failed=true" : "");
        return Templates.run(run, outcome, table, new Calls(said, failed, next), caller.isUserInRole(Role.Name.ADMIN), locale,
                run.page().toLowerCase(Locale.ROOT)).setLocale(locale);
    }
}
