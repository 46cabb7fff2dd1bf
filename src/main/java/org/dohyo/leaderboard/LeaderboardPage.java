package org.dohyo.leaderboard;

import java.util.List;
import java.util.Locale;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.dohyo.web.Languages;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;

/** The leaderboard as a page: the whole table is in the HTML, the script only keeps it fresh. */
@Path("/leaderboard")
public class LeaderboardPage {

    @CheckedTemplate
    static class Templates {
        private Templates() {
        }

        static native TemplateInstance leaderboard(Board board, List<Line> lines, List<Tick> axis, boolean elo,
                String locale, String path);
    }

    /** A row with its texts and its place on the axis, in percent. */
    public record Line(Board.Row row, String rating, String range, String interval, String votes, String bothBad, String x,
            String from, String to) {
    }

    /** A labelled place on the axis. */
    public record Tick(String label, String x) {
    }

    @Inject
    Boards boards;

    @Inject
    Languages languages;

    @GET
    @Blocking
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance leaderboard(@RestQuery String method, @Context HttpHeaders headers) {
        String locale = languages.of(headers);
        boolean elo = "elo".equals(method);
        Board board = boards.current("overall", elo ? "elo" : "bt");
        Axis axis = Axis.of(board.models());
        return Templates.leaderboard(board, board.models().stream().map(axis::line).toList(), axis.ticks(), elo,
                locale, elo ? "/leaderboard?method=elo" : "/leaderboard").setLocale(locale);
    }

    private record Axis(double from, double to) {

        static Axis of(List<Board.Row> rows) {
            double from = rows.stream().mapToDouble(r -> r.low() == null ? r.rating() : r.low()).min().orElse(900);
            double to = rows.stream().mapToDouble(r -> r.high() == null ? r.rating() : r.high()).max().orElse(1100);
            double margin = Math.max(10, (to - from) * 0.06);
            return new Axis(from - margin, to + margin);
        }

        Line line(Board.Row row) {
            String interval = row.low() == null || row.high() == null ? null
                    : Math.round(row.low()) + "–" + Math.round(row.high());
            String range = row.rankLow() == null || row.rankHigh() == null ? "–"
                    : row.rankLow().equals(row.rankHigh()) ? row.rankLow().toString()
                            : row.rankLow() + "–" + row.rankHigh();
            return new Line(row, Long.toString(Math.round(row.rating())), range, interval,
                    String.format(Locale.ROOT, "%,d", row.votes()), Math.round(row.bothBad() * 100) + "%",
                    place(row.rating()), interval == null ? null : place(row.low()),
                    interval == null ? null : place(row.high()));
        }

        List<Tick> ticks() {
            double raw = (to - from) / 4;
            double power = Math.pow(10, Math.floor(Math.log10(raw)));
            double step = power * (raw / power >= 5 ? 5 : raw / power >= 2 ? 2 : 1);
            double first = Math.ceil(from / step) * step;
            return java.util.stream.DoubleStream.iterate(first, v -> v <= to, v -> v + step).limit(9)
                    .mapToObj(v -> new Tick(Long.toString(Math.round(v)), place(v))).toList();
        }

        private String place(double rating) {
            return String.format(Locale.ROOT, "%.2f%%", (rating - from) / (to - from) * 100);
        }
    }
}
