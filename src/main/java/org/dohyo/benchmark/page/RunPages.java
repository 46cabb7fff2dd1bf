package org.dohyo.benchmark.page;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

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

import org.dohyo.account.Role;
import org.dohyo.account.SignedIn;
import org.dohyo.benchmark.Benchmark;
import org.dohyo.benchmark.run.ItemState;
import org.dohyo.benchmark.run.RunCalls;
import org.dohyo.benchmark.run.RunView;
import org.dohyo.benchmark.run.Runs;
import org.dohyo.benchmark.runner.QuestionSets;
import org.dohyo.benchmark.runner.Runner;
import org.dohyo.benchmark.runner.RunnerLabels;
import org.dohyo.benchmark.runner.Runners;
import org.dohyo.model.admin.ModelAdmin;
import org.dohyo.model.admin.ModelView;
import org.dohyo.web.Languages;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;

/** The desk's pages on runs. */
@Path("/desk/runs")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@RolesAllowed(Role.Name.READER)
@Blocking
public class RunPages {

    private final Runs runs;
    private final RunCalls calls;
    private final Runners runners;
    private final QuestionSets sets;
    private final ModelAdmin models;
    private final Languages languages;
    private final SignedIn signedIn;

    RunPages(Runs runs, RunCalls calls, Runners runners, QuestionSets sets, ModelAdmin models, Languages languages,
            SignedIn signedIn) {
        this.runs = runs;
        this.calls = calls;
        this.runners = runners;
        this.sets = sets;
        this.models = models;
        this.languages = languages;
        this.signedIn = signedIn;
    }

    @CheckedTemplate
    static class Templates {

        private Templates() {
        }

        static native TemplateInstance runs(List<RunView> runs, Map<String, String> names, List<ModelView> models,
                List<Form> forms, boolean admin,
                String locale, String path);

        static native TemplateInstance run(String benchmark, RunView run, Runs.Outcome outcome, RunTable table,
                Calls calls,
                boolean admin,
                String locale, String path);
    }

    /** The form that starts a run of one benchmark. */
    public record Form(Benchmark benchmark, boolean judged, RunnerLabels labels, List<QuestionSets.Listed> sets) {

        /** Prefix of the ids of its fields. */
        public String key() {
            return benchmark.slug();
        }
    }

    /**
     * A page of a run's calls.
     *
     * @param next the address of the following page, or null
     */
    public record Calls(List<RunCalls.Call> calls, boolean failedOnly, String next) {
    }

    @GET
    public TemplateInstance all(@Context HttpHeaders headers) {
        String locale = languages.of(headers);
        List<ModelView> callable = models.all().stream().filter(ModelView::callable).toList();
        List<Form> forms = runners.all().stream()
                .map(runner -> new Form(runner.benchmark(), runner.judged(), runner.labels(locale), sets.of(runner)))
                .toList();
        Map<String, String> names = runners.all().stream().map(Runner::benchmark)
                .collect(Collectors.toMap(Benchmark::slug, Benchmark::name));
        return Templates
                .runs(runs.newest(null), names, callable, forms, signedIn.may(Role.ADMIN), locale,
                        "/desk/runs")
                .setLocale(locale);
    }

    @GET
    @Path("{id}")
    public TemplateInstance one(@PathParam("id") UUID id,
            @QueryParam("after") @DefaultValue("0") long after,
            @QueryParam("failed") @DefaultValue("false") boolean failed, @Context HttpHeaders headers) {
        String locale = languages.of(headers);
        RunView run = runs.one(id);
        Runs.Outcome outcome = runs.outcome(run);
        Runner runner = runners.of(run.benchmark());
        RunTable table = RunTable.of(runner, outcome.scores(), runner.labels(locale));
        List<RunCalls.Call> page = calls.of(run.id(), after, failed ? ItemState.FAILED : null, null);
        String next = page.size() < RunCalls.PAGE ? null
                : run.page() + "?after=" + page.get(page.size() - 1).id() + (failed ? "&failed=true" : "");
        return Templates.run(runner.benchmark().name(), run, outcome, table, new Calls(page, failed, next),
                signedIn.may(Role.ADMIN), locale,
                run.page().toLowerCase(Locale.ROOT)).setLocale(locale);
    }
}
