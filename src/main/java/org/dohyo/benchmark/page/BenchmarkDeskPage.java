package org.dohyo.benchmark.page;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;

import org.dohyo.account.Role;
import org.dohyo.benchmark.Benchmark;
import org.dohyo.benchmark.Benchmarks;
import org.dohyo.benchmark.ResultModels;
import org.dohyo.model.admin.ModelAdmin;
import org.dohyo.model.admin.ModelView;
import org.dohyo.web.Languages;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;

/** The desk's page on other yardsticks: files in, names of models, results by hand. */
@Path("/desk/benchmarks")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@RolesAllowed(Role.Name.READER)
@Blocking
public class BenchmarkDeskPage {

    private final Benchmarks benchmarks;
    private final ResultModels names;
    private final ModelAdmin models;
    private final Languages languages;

    BenchmarkDeskPage(Benchmarks benchmarks, ResultModels names, ModelAdmin models, Languages languages) {
        this.benchmarks = benchmarks;
        this.names = names;
        this.models = models;
        this.languages = languages;
    }

    @CheckedTemplate
    static class Templates {

        private Templates() {
        }

        static native TemplateInstance desk(List<Benchmark> benchmarks, List<ResultModels.Mapping> mappings,
                List<ModelView> models, boolean admin, String locale, String path);
    }

    @GET
    public TemplateInstance desk(@Context HttpHeaders headers, @Context SecurityContext caller) {
        String locale = languages.of(headers);
        return Templates.desk(benchmarks.all(), names.all(), models.all(), caller.isUserInRole(Role.Name.ADMIN), locale,
                "/desk/benchmarks").setLocale(locale);
    }
}
