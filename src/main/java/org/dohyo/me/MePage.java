package org.dohyo.me;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.dohyo.leaderboard.chart.NumberText;
import org.dohyo.me.OwnBattles.OwnBattle;
import org.dohyo.voter.Voter;
import org.dohyo.voter.Voters;
import org.dohyo.web.Languages;
import org.dohyo.web.Paging;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;

/** The voter's own history in this browser. */
@Path("/me")
@Blocking
public class MePage {

    private static final int BATTLES = 50;

    private final OwnBattles battles;
    private final OwnBoard board;
    private final Voters voters;
    private final Languages languages;

    MePage(OwnBattles battles, OwnBoard board, Voters voters, Languages languages) {
        this.battles = battles;
        this.board = board;
        this.voters = voters;
        this.languages = languages;
    }

    @CheckedTemplate
    static class Templates {

        private Templates() {
        }

        /** @param board empty with too few votes for one */
        static native TemplateInstance me(OwnBattles.Summary summary, List<Line> battles, List<BoardLine> board,
                boolean apart, int missing, String words, boolean signOut, String locale, String path);
    }

    /**
     * A battle as the page shows it.
     *
     * @param outcome empty before the vote
     */
    public record Line(OwnBattle battle, String when, String state, String outcome) {

        static Line of(OwnBattle battle, DateTimeFormatter times) {
            return new Line(battle, times.format(battle.startedAt()), battle.state().name(),
                    battle.outcome() == null ? "" : battle.outcome().name());
        }
    }

    /** A row of the own leaderboard, its figures formatted. */
    public record BoardLine(String rank, String slug, String name, String rating, String range, long votes,
            String winRate) {

        static BoardLine of(OwnBoard.Row row) {
            String range = row.low() == null ? "–"
                    : String.format(Locale.ROOT, "%.0f – %.0f", row.low(), row.high());
            return new BoardLine(row.rank() == null ? "–" : row.rank().toString(), row.slug(), row.name(),
                    String.format(Locale.ROOT, "%.0f", row.rating()), range, row.votes(),
                    NumberText.percent(row.winRate(), row.votes()));
        }
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public Response show(@QueryParam("q") @DefaultValue("") String q, @Context HttpHeaders headers) {
        String words = MeResource.words(q);
        String locale = languages.of(headers);
        DateTimeFormatter times = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(Locale.forLanguageTag(locale)).withZone(ZoneId.systemDefault());
        Optional<Voter> voter = voters.known(headers);
        List<Line> lines = voter.map(known -> battles.before(known.id, Paging.END, words, BATTLES))
                .orElse(List.of()).stream().map(battle -> Line.of(battle, times)).toList();
        OwnBoard.Board own = voter.map(known -> board.of(known.id))
                .orElse(new OwnBoard.Board(0, OwnBoard.LEAST_VOTES, List.of()));
        String html = Templates.me(voter.map(known -> battles.summary(known.id)).orElse(OwnBattles.Summary.NONE), lines,
                own.models().stream().map(BoardLine::of).toList(),
                own.models().stream().anyMatch(row -> row.rank() == null),
                (int) Math.max(0, own.needed() - own.votes()),
                words, voters.mayOnlyVote(), locale, "/me")
                .setLocale(locale).render();
        return Response.ok(html).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }
}
