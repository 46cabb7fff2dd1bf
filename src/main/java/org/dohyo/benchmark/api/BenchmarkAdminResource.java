package org.dohyo.benchmark.api;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.dohyo.account.Role;
import org.dohyo.account.SignedIn;
import org.dohyo.benchmark.ResultModels;
import org.dohyo.benchmark.imports.BenchmarkFileMessages;
import org.dohyo.benchmark.imports.BenchmarkImport;
import org.dohyo.benchmark.imports.EnteredResult;
import org.dohyo.benchmark.imports.ImportError;
import org.dohyo.benchmark.imports.ImportFormat;
import org.dohyo.benchmark.imports.ReadFile;
import org.dohyo.support.FileMessages;
import org.dohyo.web.Languages;
import org.dohyo.web.ParameterPlace;
import org.dohyo.web.Refusal;
import org.dohyo.web.Texts;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;

import io.smallrye.common.annotation.Blocking;

/** Imports results of other benchmarks, and maps the models' names in the files. */
@Path("/api/admin/benchmarks")
@RolesAllowed(Role.Name.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class BenchmarkAdminResource {

    private final BenchmarkImport imports;
    private final ResultModels models;
    private final SignedIn signedIn;
    private final Languages languages;

    BenchmarkAdminResource(BenchmarkImport imports, ResultModels models, SignedIn signedIn, Languages languages) {
        this.imports = imports;
        this.models = models;
        this.signedIn = signedIn;
        this.languages = languages;
    }

    /**
     * Counts the records of a file by outcome.
     *
     * @param skipped records that were left out
     * @param errors why, for up to 10,000 of them
     */
    public record Report(long read, long imported, long duplicates, long skipped, List<ImportError> errors) {

        private static Report of(BenchmarkImport.Outcome outcome, String locale) {
            BenchmarkFileMessages words = Texts.of(BenchmarkFileMessages.class, locale);
            FileMessages file = Texts.of(FileMessages.class, locale);
            BenchmarkImport.Counts counts = outcome.counts();
            return new Report(counts.read(), counts.imported(), counts.duplicates(), counts.skipped(),
                    outcome.leftOut().stream().map(fault -> fault.in(words, file)).toList());
        }
    }

    /** @param register true to register an unknown model, without an endpoint */
    public record NewMapping(String name, String model, boolean register) {
    }

    public record Mappings(List<ResultModels.Mapping> models) {
    }

    @POST
    @Path("/import")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Imports a file of results in UTF-8: lm-eval (results of lm-evaluation-harness or lighteval), "
                    + "helm (a run's run_spec and stats, a list or zip of runs, or tables), mt-bench and arena-hard "
                    + "(judgements), alpaca-eval (leaderboard or annotations) or csv. 200 with a report, or 422 with "
                    + "the place and reason of each error and nothing stored; unknownModels has each unknown name of a "
                    + "model with the most similar one as guess. NaN and infinity are left out. "
                    + "skipInvalid=true leaves out every invalid record and reports it")
    public Report importResults(@RestQuery String format, @RestQuery String model, @RestQuery String skipInvalid,
            @Context HttpHeaders headers, InputStream body) throws IOException {
        boolean skips = ParameterPlace.QUERY.flag("skipInvalid", skipInvalid);
        String locale = languages.of(headers);
        ImportFormat known = ImportFormat.ofLabel(format)
                .orElseThrow(() -> Refusal.parameter(BenchmarkFileMessages.class, "format",
                        words -> words.unknownFormat(ImportFormat.labels())));
        return Report.of(imports.store(known.read(body, skips),
                model == null || model.isBlank() ? null : model.strip(), skips, signedIn.name()), locale);
    }

    @POST
    @Path("/results")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Enters one result by hand; benchmark, scenario and metric are made where they are new")
    public Report enter(@NotNull @Valid EnteredResult entered, @Context HttpHeaders headers) {
        ReadFile file = new ReadFile(List.of(entered.read()), List.of());
        return Report.of(imports.store(file, null, false, signedIn.name()), languages.of(headers));
    }

    @GET
    @Path("/models")
    @RolesAllowed(Role.Name.READER)
    @Operation(summary = "The names that files of other tools use for registered models")
    public Mappings mappings() {
        return new Mappings(models.all());
    }

    @PUT
    @Path("/models")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Maps a name in files to a model; register registers a model without an endpoint")
    public ResultModels.Mapping map(@NotNull NewMapping mapping) {
        return models.map(new ResultModels.Mapping(mapping.name(), mapping.model()), mapping.register(),
                signedIn.name());
    }

    @DELETE
    @Path("/models")
    @Operation(summary = "Removes the mapping of a name; results stored through it stay")
    public void forget(@RestQuery String name) {
        models.forget(name == null ? "" : name, signedIn.name());
    }
}
