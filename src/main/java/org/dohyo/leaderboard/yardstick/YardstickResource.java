package org.dohyo.leaderboard.yardstick;

import java.util.List;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;

import org.dohyo.leaderboard.board.Boards;
import org.dohyo.web.Refusal;

import io.smallrye.common.annotation.Blocking;

/** The arena's ratings beside those of others, for programs. */
@Path("/api/leaderboard/yardstick")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class YardstickResource {

    private final Yardsticks yardsticks;
    private final Comparisons comparisons;
    private final Boards boards;

    YardstickResource(Yardsticks yardsticks, Comparisons comparisons, Boards boards) {
        this.yardsticks = yardsticks;
        this.comparisons = comparisons;
        this.boards = boards;
    }

    /** The default board of a category beside a category of an imported leaderboard of others; 404 without one. */
    @GET
    public YardstickComparison compare(@BeanParam YardstickQuery query) {
        List<Yardsticks.Listed> all = yardsticks.all();
        return query.chosen(all, boards)
                .flatMap(one -> comparisons.of(one.yardstick(), query.category, query.theirs(one)))
                .orElseThrow(() -> Refusal.of(YardstickMessages.class, Status.NOT_FOUND, "no-yardstick",
                        YardstickMessages::noneYet));
    }
}
