package org.dohyo.benchmark.api;

import java.util.List;
import java.util.Objects;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;

import org.dohyo.account.Role;
import org.dohyo.account.SignedIn;
import org.dohyo.benchmark.runner.QuestionFile;
import org.dohyo.benchmark.runner.QuestionFileMessages;
import org.dohyo.benchmark.runner.QuestionSets;
import org.dohyo.benchmark.runner.Runner;
import org.dohyo.benchmark.runner.Runners;
import org.dohyo.support.Problem;
import org.dohyo.web.Languages;
import org.dohyo.web.Texts;
import org.eclipse.microprofile.openapi.annotations.Operation;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.common.annotation.Blocking;

/** Lists and loads sets of questions for runs. */
@Path("/api/admin/benchmarks/questions")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class QuestionResource {

    private final Runners runners;
    private final QuestionSets sets;
    private final SignedIn signedIn;
    private final Languages languages;

    QuestionResource(Runners runners, QuestionSets sets, SignedIn signedIn, Languages languages) {
        this.runners = runners;
        this.sets = sets;
        this.signedIn = signedIn;
        this.languages = languages;
    }

    public record Listing(List<QuestionSets.Listed> sets) {
    }

    @GET
    @RolesAllowed(Role.Name.READER)
    public Listing all(@QueryParam("benchmark") String benchmark, @Context HttpHeaders headers) {
        return new Listing(sets.of(runner(benchmark, words(headers))));
    }

    private QuestionFileMessages words(HttpHeaders headers) {
        return Texts.of(QuestionFileMessages.class, languages.of(headers));
    }

    @POST
    @RolesAllowed(Role.Name.ADMIN)
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Loads questions: FastChat's question.jsonl, or MMLU's CSV, one (with its subject) or a zip or tar of "
                    + "them. 201 where they are new, 200 where they were there, 422 with place and reason where they are wrong")
    public Response load(@QueryParam("benchmark") String benchmark, @QueryParam("version") String version,
            @QueryParam("subject") String subject, @Context HttpHeaders headers, byte[] body) {
        QuestionFileMessages words = words(headers);
        Runner runner = runner(benchmark, words);
        QuestionFile file = new QuestionFile(Objects.requireNonNullElse(body, new byte[0]), subject);
        if (!QuestionSets.isLoadable(version)) {
            throw wrong("version", words.wrongVersion());
        }
        if (runner.needsSubject(file) && (subject == null || !subject.matches("[\\w-]{1,100}"))) {
            throw wrong("subject", words.noSubject());
        }
        boolean fresh = sets.load(runner, version, file, signedIn.name());
        return Response.status(fresh ? Status.CREATED : Status.OK).entity(new Listing(sets.of(runner))).build();
    }

    private Runner runner(String benchmark, QuestionFileMessages words) {
        if (benchmark == null) {
            throw wrong("benchmark", words.unknownBenchmark(runners.names(words::either)));
        }
        return runners.of(benchmark);
    }

    private static HttpProblem wrong(String parameter, String message) {
        return Problem.field(Status.BAD_REQUEST, parameter, "query", message);
    }
}
