package org.dohyo.benchmark.page;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.dohyo.account.Role;
import org.dohyo.account.SignedIn;
import org.dohyo.benchmark.Benchmark;
import org.dohyo.benchmark.Benchmarks;
import org.dohyo.benchmark.ResultModels;
import org.dohyo.model.admin.ModelAdmin;
import org.dohyo.model.admin.ModelView;
import org.dohyo.web.Languages;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;

/** The desk's page for benchmark results: imports, names of models, results by hand. */
@Path("/desk/benchmarks")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@RolesAllowed(Role.Name.READER)
@Blocking
public class BenchmarkDeskPage {

    private final Benchmarks benchmarks;
    private final ResultModels names;
    private final ModelAdmin models;
    private final Languages languages;
    private final SignedIn signedIn;

    BenchmarkDeskPage(Benchmarks benchmarks, ResultModels names, ModelAdmin models, Languages languages,
            SignedIn signedIn) {
        this.benchmarks = benchmarks;
        this.names = names;
        this.models = models;
        this.languages = languages;
        this.signedIn = signedIn;
    }

    @CheckedTemplate
    static class Templates {

        private Templates() {
        }

        static native TemplateInstance desk(List<Benchmark> benchmarks, List<ResultModels.Mapping> mappings,
                List<ModelView> models, boolean admin, String locale, String path);
    }

    @GET
    public TemplateInstance desk(@Context HttpHeaders headers) {
        String locale = languages.of(headers);
        return Templates.desk(benchmarks.all(), names.all(), models.all(), signedIn.may(Role.ADMIN), locale,
                "/desk/benchmarks").setLocale(locale);
    }
}
