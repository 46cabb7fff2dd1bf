package org.dohyo.leaderboard.yardstick;

import java.util.List;
import java.util.Optional;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.dohyo.leaderboard.board.Boards;
import org.dohyo.leaderboard.page.CategoryList;
import org.dohyo.web.Languages;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.vertx.http.Compressed;
import io.smallrye.common.annotation.Blocking;

/** The arena's ratings beside those of others, as a page. */
@Path(YardstickPage.PATH)
@Blocking
public class YardstickPage {

    static final String PATH = "/leaderboard/yardstick";

    private final Yardsticks yardsticks;
    private final Comparisons comparisons;
    private final Boards boards;
    private final CategoryList categories;
    private final Languages languages;

    YardstickPage(Yardsticks yardsticks, Comparisons comparisons, Boards boards, CategoryList categories,
            Languages languages) {
        this.yardsticks = yardsticks;
        this.comparisons = comparisons;
        this.boards = boards;
        this.categories = categories;
        this.languages = languages;
    }

    @CheckedTemplate
    static class Templates {

        private Templates() {
        }

        /** @param view null if there is no yardstick */
        static native TemplateInstance yardstick(YardstickView view, String locale, String path);
    }

    @GET
    @Compressed
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance show(@BeanParam YardstickQuery query, @Context HttpHeaders headers) {
        String locale = languages.of(headers);
        List<Yardsticks.Listed> all = yardsticks.all();
        Optional<YardstickView> view = query.chosen(all, boards)
                .flatMap(one -> comparisons.of(one.yardstick(), query.category, query.theirs(one))
                        .map(comparison -> YardstickView.of(comparison, one, all, categories.in(locale), locale)));
        return Templates.yardstick(view.orElse(null), locale, view.map(YardstickView::address).orElse(PATH))
                .setLocale(locale);
    }
}
