package org.dohyo.leaderboard.yardstick;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

import org.dohyo.leaderboard.board.Board;
import org.dohyo.rating.agreement.KendallsTau;

/**
 * The arena's own board beside one of others; the JSON of the public interface. The two scales can't be compared, only
 * the orders.
 *
 * @param category of the arena
 * @param theirs the category of the yardstick
 * @param tau Kendall's τ_b of the two orders
 * @param needed the number of models from which it has an interval, and is shown
 * @param models that are on both boards, by own rank
 * @param unmatchedOwn how many ranked models of the arena the yardstick lacks
 * @param unmatchedTheirs how many models of the yardstick the arena lacks
 */
public record YardstickComparison(long yardstick, String name, String source, LocalDate dated, String license,
        String licenseNote, String category, String theirs, Correlation tau, int needed, List<Row> models,
        int unmatchedOwn, int unmatchedTheirs) {

    private static final long SEED = 1;

    /** @param low of the 95% interval over models */
    public record Correlation(double value, double low, double high) {
    }

    /**
     * A model on both boards; ranks are among the models on both.
     *
     * @param theirName as the yardstick has it
     * @param low of the own rating's 95% interval; null, as {@code high}, without one; likewise {@code theirLow}
     */
    public record Row(int rank, int theirRank, String slug, String name, String theirName, double rating, Double low,
            Double high, double theirRating, Double theirLow, Double theirHigh) {
    }

    private record Match(Board.Row own, Rating theirs) {
    }

    /**
     * @param meanings slugs by their names, or null for none of the arena's models, as an admin says
     */
    static YardstickComparison of(Yardstick yardstick, Board board, String theirs, List<Rating> ratings,
            Map<String, String> meanings) {
        List<Match> matches = matches(board, ratings, meanings);
        List<Row> rows = new ArrayList<>();
        for (Match match : matches) {
            rows.add(new Row(rank(matches, match, one -> one.own().rating()),
                    rank(matches, match, one -> one.theirs().rating()), match.own().slug(), match.own().name(),
                    match.theirs().model(), match.own().rating(), match.own().low(), match.own().high(),
                    match.theirs().rating(), match.theirs().low(), match.theirs().high()));
        }
        rows.sort(Comparator.comparing(Row::rank).thenComparing(Row::theirRank));
        KendallsTau tau = KendallsTau.of(matches.stream().mapToDouble(match -> match.own().rating()).toArray(),
                matches.stream().mapToDouble(match -> match.theirs().rating()).toArray(), SEED);
        return new YardstickComparison(yardstick.id, yardstick.name, yardstick.source, yardstick.dated,
                yardstick.license,
                yardstick.licenseNote, board.category(), theirs,
                Double.isNaN(tau.low()) ? null : new Correlation(tau.tau(), tau.low(), tau.high()), KendallsTau.LEAST,
                rows, (int) board.models().stream().filter(row -> row.rank() != null).count() - rows.size(),
                ratings.size() - rows.size());
    }

    /** What an admin says comes first, then the slug, then the name; each model is matched once. */
    private static List<Match> matches(Board board, List<Rating> ratings, Map<String, String> meanings) {
        Map<String, Board.Row> bySlug = new HashMap<>();
        Map<String, Board.Row> byName = new HashMap<>();
        board.models().stream().filter(row -> row.rank() != null).forEach(row -> {
            bySlug.put(row.slug(), row);
            byName.putIfAbsent(plain(row.name()), row);
        });
        Set<String> taken = new HashSet<>();
        List<Match> matches = new ArrayList<>();
        ratings.stream().filter(rating -> meanings.get(rating.model()) != null)
                .forEach(rating -> match(bySlug.get(meanings.get(rating.model())), rating, taken, matches));
        ratings.stream().filter(rating -> !meanings.containsKey(rating.model())).forEach(rating -> {
            Board.Row row = bySlug.get(plain(rating.model()));
            match(row == null ? byName.get(plain(rating.model())) : row, rating, taken, matches);
        });
        return matches;
    }

    private static void match(Board.Row row, Rating rating, Set<String> taken, List<Match> matches) {
        if (row != null && taken.add(row.slug())) {
            matches.add(new Match(row, rating));
        }
    }

    /** The name in lower case, all but letters, digits and dots taken for one hyphen. */
    static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}.]+", "-").replaceAll("^-|-$", "");
    }

    private static int rank(List<Match> matches, Match of, ToDoubleFunction<Match> rating) {
        return 1 + (int) matches.stream()
                .filter(other -> rating.applyAsDouble(other) > rating.applyAsDouble(of)).count();
    }
}
