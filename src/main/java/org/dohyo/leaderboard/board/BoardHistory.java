package org.dohyo.leaderboard.board;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.dohyo.web.csv.CsvTable;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The history of a board's ratings and ranks, by model; the JSON of the public interface. */
@Schema(name = "History")
public record BoardHistory(String category, String method, String weights, boolean styleControl, String resolution,
        List<Series> models) {

    private static final CsvTable<Row> CSV = CsvTable.<Row> of().column("model", Row::slug)
            .column("at", row -> row.point().at())
            .column("logSize", row -> row.point().logSize()).column("methodVersion", row -> row.point().methodVersion())
            .column("rank", row -> row.point().rank()).column("rating", row -> row.point().rating())
            .column("low", row -> row.point().low()).column("high", row -> row.point().high());

    /** The period between two points. */
    public enum Resolution {
        MINUTE,
        HOUR,
        DAY;

        /** Its name in addresses, and PostgreSQL's. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Resolution> ofLabel(String label) {
            return Arrays.stream(values()).filter(resolution -> resolution.label().equals(label)).findFirst();
        }
    }

    /** The points of a model, by time. */
    public record Series(String slug, List<Point> points) {
    }

    /**
     * @param rank null where no votes connected the model with those that had one
     * @param low null, as {@code high}, if the interval was unknown
     */
    public record Point(Instant at, long logSize, String methodVersion, Integer rank, float rating, Float low,
            Float high) {
    }

    private record Row(String slug, Point point) {
    }

    /** One line for each point. */
    public String csv() {
        return CSV
                .write(models.stream()
                        .flatMap(series -> series.points().stream().map(point -> new Row(series.slug(), point))));
    }
}
