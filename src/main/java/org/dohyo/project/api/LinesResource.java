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
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

import org.dohyo.account.Role;
import org.dohyo.account.SignedIn;
import org.dohyo.project.ProblemMessages;
import org.dohyo.project.ProjectRefusal;
import org.dohyo.project.board.Lines;
import org.dohyo.project.board.ProjectBoards;
import org.eclipse.microprofile.openapi.annotations.Operation;

import io.smallrye.common.annotation.Blocking;

/** What an owner says about a project's boards: the lines of checkpoints, and who may see them. */
@Path("/api/admin/projects/{slug}")
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Name.READER)
@Blocking
public class LinesResource {

    private static final int MOST_LINES = 100;
    private static final int MOST_MODELS = 1_000;
    private static final int LONGEST_NAME = 200;

    private final Lines lines;
    private final ProjectBoards boards;
    private final SignedIn signedIn;

    LinesResource(Lines lines, ProjectBoards boards, SignedIn signedIn) {
        this.lines = lines;
        this.boards = boards;
        this.signedIn = signedIn;
    }

    public record AllLines(List<Lines.Line> lines) {
    }

    public record Wanted(@NotNull @Size(max = MOST_LINES,
            message = "{dohyo.Entries.message}") List<@NotNull @Valid WantedLine> lines) {
    }

    /** @param models their names, the oldest first */
    public record WantedLine(@NotBlank @Size(max = LONGEST_NAME) String name,
            @NotEmpty @Size(max = MOST_MODELS, message = "{dohyo.Entries.message}") List<@NotBlank String> models) {

        Lines.Line line() {
            return new Lines.Line(plain(name), models);
        }
    }

    /** @param models their names, the oldest first; none to take the line away */
    public record OneLine(@NotBlank @Size(max = LONGEST_NAME) String name,
            @NotNull @Size(max = MOST_MODELS, message = "{dohyo.Entries.message}") List<@NotBlank String> models) {
    }

    public record Opening(@NotNull Boolean annotators) {
    }

    @GET
    @Path("lines")
    @Operation(summary = "The lines of checkpoints: models that are revisions of one another, the oldest first")
    public AllLines lines(String slug) {
        return new AllLines(lines.of(slug));
    }

    @PUT
    @Path("lines")
    @Operation(summary = "Replaces all lines of checkpoints; a model has at most one place")
    public AllLines replace(String slug, @NotNull @Valid Wanted wanted) {
        return new AllLines(
                lines.replace(slug, wanted.lines.stream().map(WantedLine::line).toList(), signedIn.name()));
    }

    @POST
    @Path("lines")
    @Operation(summary = "Replaces the line of checkpoints of that name, or adds it; without models, it takes it away")
    public AllLines set(String slug, @NotNull @Valid OneLine wanted) {
        return new AllLines(lines.set(slug, new Lines.Line(plain(wanted.name), wanted.models), signedIn.name()));
    }

    private static String plain(String name) {
        if (name.indexOf('\0') >= 0) {
            throw ProjectRefusal.field("name", ProblemMessages::nullCharacter);
        }
        return name.strip();
    }

    @PATCH
    @Path("board")
    @Operation(summary = "Says whether annotators may see the boards; at first they may not")
    public ProjectBoards.Readers open(String slug, @NotNull @Valid Opening opening) {
        return boards.open(slug, opening.annotators, signedIn.name());
    }
}
