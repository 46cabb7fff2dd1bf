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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;

import org.dohyo.account.Role;
import org.dohyo.account.SignedIn;
import org.dohyo.benchmark.runner.QuestionFile;
import org.dohyo.benchmark.runner.QuestionFileException;
import org.dohyo.benchmark.runner.QuestionSets;
import org.dohyo.benchmark.runner.Runner;
import org.dohyo.benchmark.runner.Runners;
import org.dohyo.support.Problem;
import org.dohyo.support.UnprocessableContent;
import org.eclipse.microprofile.openapi.annotations.Operation;

import io.smallrye.common.annotation.Blocking;

/** Lists and loads sets of questions for runs. */
@Path("/api/admin/benchmarks/questions")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class QuestionResource {

    private final Runners runners;
    private final QuestionSets sets;
    private final SignedIn signedIn;

    QuestionResource(Runners runners, QuestionSets sets, SignedIn signedIn) {
        this.runners = runners;
        this.sets = sets;
        this.signedIn = signedIn;
    }

    public record Listing(List<QuestionSets.Listed> sets) {
    }

    @GET
    @RolesAllowed(Role.Name.READER)
    public Listing all(@QueryParam("benchmark") String benchmark) {
        return new Listing(sets.of(runner(benchmark)));
    }

    @POST
    @RolesAllowed(Role.Name.ADMIN)
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Loads questions: FastChat's question.jsonl, or MMLU's CSV, one (with its subject) or a zip or tar of "
                    + "them. 201 where they are new, 200 where they were there, 422 with place and reason where they are wrong")
    public Response load(@QueryParam("benchmark") String benchmark, @QueryParam("version") String version,
            @QueryParam("subject") String subject, byte[] body) {
        Runner runner = runner(benchmark);
        QuestionFile file = new QuestionFile(Objects.requireNonNullElse(body, new byte[0]), subject);
        if (!QuestionSets.isLoadable(version)) {
            throw Problem.field(Status.BAD_REQUEST, "version", "query",
                    "must be 1 to 100 of a-z, 0-9, '.', '_', '-' and not begin with dohyo");
        }
        if (runner.needsSubject(file) && (subject == null || !subject.matches("[\\w-]{1,100}"))) {
            throw Problem.field(Status.BAD_REQUEST, "subject", "query", "must name the subject of a single CSV file");
        }
        try {
            boolean fresh = sets.load(runner, version, file, signedIn.name());
            return Response.status(fresh ? Status.CREATED : Status.OK).entity(all(benchmark)).build();
        } catch (QuestionFileException e) {
            throw Problem.of(new UnprocessableContent(), "invalid-questions",
                    "Nothing was stored: " + e.place() + " " + e.getMessage() + ".", "errors",
                    List.of(new Wrong(e.place(), e.getMessage())));
        }
    }

    /** An error in a file: its place and reason. */
    public record Wrong(String place, String reason) {
    }

    private Runner runner(String benchmark) {
        if (benchmark == null) {
            throw Problem.field(Status.BAD_REQUEST, "benchmark", "query", "must be " + runners.names());
        }
        return runners.of(benchmark);
    }
}
