package org.dohyo.project.page;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.dohyo.project.Criterion;
import org.dohyo.project.board.BoardValues;
import org.dohyo.project.board.Compared;
import org.dohyo.project.board.ModelComparisons;
import org.dohyo.project.board.ProjectBoards;
import org.dohyo.web.Languages;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;

/** The page of a project's boards; to everyone who may not see them it doesn't exist. */
@Path("/projects/{slug}/board")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@Blocking
public class ProjectBoardPage {

    private final ProjectBoards boards;
    private final BoardValues values;
    private final ModelComparisons comparisons;
    private final Languages languages;

    ProjectBoardPage(ProjectBoards boards, BoardValues values, ModelComparisons comparisons, Languages languages) {
        this.boards = boards;
        this.values = values;
        this.comparisons = comparisons;
        this.languages = languages;
    }

    @CheckedTemplate
    static class Templates {

        private Templates() {
        }

        static native TemplateInstance board(BoardView view, String locale, String path);
    }

    @GET
    public Response board(String slug, @QueryParam("criterion") @DefaultValue(Criterion.OVERALL) String criterion,
            @QueryParam("a") String a, @QueryParam("b") String b, @Context HttpHeaders headers) {
        String locale = languages.of(headers);
        ProjectBoards.Page page = boards.page(slug, criterion, headers);
        Compared compared = a == null || b == null ? null
                : comparisons.of(slug, a, b, criterion, null, headers);
        BoardView view = new BoardView(page, page.board().judgements() == 0 ? null : values.of(page.board(), locale),
                compared, locale);
        return Response.ok(Templates.board(view, locale, view.path()).setLocale(locale))
                .header(HttpHeaders.CACHE_CONTROL, "no-store").header("X-Robots-Tag", "noindex").build();
    }
}
