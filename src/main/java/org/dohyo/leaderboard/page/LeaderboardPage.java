package org.dohyo.leaderboard.page;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

import org.dohyo.leaderboard.agreement.AgreementView;
import org.dohyo.leaderboard.agreement.Agreements;
import org.dohyo.leaderboard.board.Board;
import org.dohyo.leaderboard.board.BoardKey;
import org.dohyo.leaderboard.board.Boards;
import org.dohyo.leaderboard.board.ModelColumn;
import org.dohyo.leaderboard.board.UnknownVoters;
import org.dohyo.text.CategoryRule;
import org.dohyo.web.Languages;
import org.dohyo.web.cache.PageCache;

import io.quarkus.arc.All;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.vertx.http.Compressed;
import io.smallrye.common.annotation.Blocking;

/** The leaderboard as a page: the whole table is in the HTML, and the script only fetches it again after changes. */
@Path("/leaderboard")
@Blocking
public class LeaderboardPage {

    private final Boards boards;
    private final CategoryRule.Repository rules;
    private final CategoryList categories;
    private final List<ModelColumn> columns;
    private final Agreements agreements;
    private final UnknownVoters unknownVoters;
    private final PageCache pages;
    private final Languages languages;

    LeaderboardPage(Boards boards, CategoryRule.Repository rules, CategoryList categories,
            @All List<ModelColumn> columns, Agreements agreements, UnknownVoters unknownVoters, PageCache pages,
            Languages languages) {
        this.boards = boards;
        this.rules = rules;
        this.categories = categories;
        this.columns = columns;
        this.agreements = agreements;
        this.unknownVoters = unknownVoters;
        this.pages = pages;
        this.languages = languages;
    }

    @CheckedTemplate
    static class Templates {

        private Templates() {
        }

        static native TemplateInstance leaderboard(BoardPage page, String locale, String path);
    }

    @GET
    @Compressed
    @Produces(MediaType.TEXT_HTML)
    public Response leaderboard(@BeanParam ViewQuery query, @Context Request request, @Context HttpHeaders headers) {
        String locale = languages.of(headers);
        BoardView view = query.view(boards, rules, columns);
        return pages.html(request, headers, "leaderboard " + locale + " " + view.cacheKey(),
                () -> Templates.leaderboard(page(view, locale), locale, view.href()).setLocale(locale).render());
    }

    private BoardPage page(BoardView view, String locale) {
        Board board = boards.current(view.key()).board();
        Board plain = view.styleControl()
                ? boards.current(BoardKey.byVotes(view.category())).board()
                : null;
        List<BoardTable.Shown> shown = columns.stream().filter(column -> view.columns().contains(column.key()))
                .map(column -> new BoardTable.Shown(column.key(), column.title(locale), column.note(locale),
                        column.figures()))
                .toList();
        List<BoardPage.Choice> offered = columns.stream()
                .map(column -> new BoardPage.Choice(column.key(), column.title(locale),
                        view.columns().contains(column.key())))
                .toList();
        return new BoardPage(board, view, BoardTable.of(board, view, plain, shown), tabs(view, locale), shown, offered,
                distinct(board, true), distinct(board, false),
                agreements.of(view.category()).map(AgreementView::of).orElse(null),
                unknownVoters.votes(view.category()), locale);
    }

    /** Categories with a vote, and the current one. */
    private List<BoardPage.Tab> tabs(BoardView view, String locale) {
        return categories.in(locale).stream()
                .filter(category -> category.votes() > 0 || category.slug().equals(view.category()))
                .map(category -> new BoardPage.Tab(category.name(), view.in(category.slug()),
                        category.slug().equals(view.category())))
                .toList();
    }

    private static List<String> distinct(Board board, boolean organizations) {
        return List.copyOf(board.models().stream().map(organizations ? Board.Row::organization : Board.Row::license)
                .filter(text -> !text.isBlank()).collect(Collectors.toCollection(TreeSet::new)));
    }
}
