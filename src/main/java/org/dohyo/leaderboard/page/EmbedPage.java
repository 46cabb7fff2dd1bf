package org.dohyo.leaderboard.page;

import java.util.List;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

import org.dohyo.leaderboard.board.Board;
import org.dohyo.leaderboard.board.Boards;
import org.dohyo.leaderboard.board.Category;
import org.dohyo.leaderboard.chart.NumberText;
import org.dohyo.text.CategoryRule;
import org.dohyo.web.Languages;
import org.dohyo.web.ParameterPlace;
import org.dohyo.web.cache.PageCache;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.vertx.http.Compressed;
import io.smallrye.common.annotation.Blocking;

/** The top of the table for other sites: any site may frame it; it sets no cookie and runs no script. */
@Path("/embed/leaderboard")
@Blocking
public class EmbedPage {

    private static final int MOST = 50;

    private final Boards boards;
    private final CategoryRule.Repository rules;
    private final CategoryList categories;
    private final PageCache pages;
    private final Languages languages;

    EmbedPage(Boards boards, CategoryRule.Repository rules, CategoryList categories, PageCache pages,
            Languages languages) {
        this.boards = boards;
        this.rules = rules;
        this.categories = categories;
        this.pages = pages;
        this.languages = languages;
    }

    @CheckedTemplate
    static class Templates {

        private Templates() {
        }

        static native TemplateInstance embed(List<BoardLine> lines, BoardView view, Board board, String category,
                String votes,
                String updated, String locale);
    }

    /** @param limit the number of rows, 1 … 50 */
    @GET
    @Compressed
    @Produces(MediaType.TEXT_HTML)
    public Response embed(@BeanParam ViewQuery query, @QueryParam("limit") @DefaultValue("10") String limit,
            @Context Request request, @Context HttpHeaders headers) {
        ParameterPlace.QUERY.check("limit",
                limit.matches("\\d{1,2}") && Integer.parseInt(limit) >= 1 && Integer.parseInt(limit) <= MOST,
                words -> words.between(1, MOST));
        BoardView view = query.view(boards, rules, List.of());
        String locale = languages.of(headers);
        return pages.html(request, headers, "embed " + locale + " " + limit + " " + view.cacheKey(), () -> {
            Board board = boards.current(view.key()).board();
            List<BoardLine> lines = BoardTable.of(board, view, null, List.of()).lines();
            String category = categories.in(locale).stream().filter(known -> known.slug().equals(view.category()))
                    .findFirst()
                    .map(Category::name).orElse(view.category());
            return Templates
                    .embed(lines.subList(0, Math.min(lines.size(), Integer.parseInt(limit))), view, board, category,
                            NumberText.grouped(board.votes()), BoardPage.utc(board.generatedAt()), locale)
                    .setLocale(locale).render();
        });
    }
}
