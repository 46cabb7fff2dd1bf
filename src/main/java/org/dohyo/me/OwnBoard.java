package org.dohyo.me;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.rating.BradleyTerry;
import org.dohyo.rating.Fit;
import org.dohyo.rating.NotConvergedException;
import org.dohyo.rating.PairCount;
import org.dohyo.rating.PairCounts;
import org.dohyo.rating.WinRate;

import io.agroal.api.AgroalDataSource;

/** The leaderboard that one voter's own counted votes give, by the method of the public one. */
@ApplicationScoped
public class OwnBoard {

    /** Fewer votes say next to nothing. */
    static final int LEAST_VOTES = 10;

    private static final String PAIRS = """
            select b.model_a, a.slug as slug_a, a.name as name_a, b.model_b, m.slug as slug_b, m.name as name_b,
                count(*) filter (where v.outcome = 'A') as wins_a, count(*) filter (where v.outcome = 'B') as wins_b,
                count(*) filter (where v.outcome = 'TIE') as ties, count(*) filter (where v.outcome = 'BOTH_BAD') as bad
            from vote v join battle b on b.id = v.battle_id join model a on a.id = b.model_a join model m on m.id = b.model_b
            where v.voter_id = ? and v.counted and v.withdrawn_at is null
            group by b.model_a, a.slug, a.name, b.model_b, m.slug, m.name""";

    private final AgroalDataSource database;

    OwnBoard(AgroalDataSource database) {
        this.database = database;
    }

    /** @param component models with another number can't be compared by these votes */
    public record Row(int rank, String slug, String name, double rating, Double low, Double high, long votes, double winRate,
            int component) {
    }

    /** @param models empty as long as there are fewer votes than needed */
    public record Board(long votes, int needed, List<Row> models) {
    }

    private record Name(String slug, String name) {
    }

    Board of(long voterId) {
        Map<Long, Integer> places = new LinkedHashMap<>();
        List<Name> names = new ArrayList<>();
        List<PairCount> pairs = new ArrayList<>();
        try (Connection connection = database.getConnection(); PreparedStatement select = connection.prepareStatement(PAIRS)) {
            select.setLong(1, voterId);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    pairs.add(new PairCount(place(row, "a", places, names), place(row, "b", places, names),
                            row.getLong("wins_a"), row.getLong("wins_b"), row.getLong("ties"), row.getLong("bad")));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("a voter's votes can't be read", e);
        }
        PairCounts counts = new PairCounts(names.size(), pairs);
        return new Board(counts.votes(), LEAST_VOTES, counts.votes() < LEAST_VOTES ? List.of() : rows(counts, names));
    }

    private static int place(ResultSet row, String side, Map<Long, Integer> places, List<Name> names) throws SQLException {
        Integer known = places.putIfAbsent(row.getLong("model_" + side), names.size());
        if (known == null) {
            names.add(new Name(row.getString("slug_" + side), row.getString("name_" + side)));
            return names.size() - 1;
        }
        return known;
    }

    private static List<Row> rows(PairCounts counts, List<Name> names) {
        Fit fit;
        try {
            fit = BradleyTerry.fit(counts);
        } catch (NotConvergedException e) {
            return List.of();
        }
        int[] ranks = fit.ranks();
        WinRate[] rates = WinRate.of(counts);
        return IntStream.range(0, names.size()).mapToObj(i -> {
            double half = fit.halfWidth(i);
            boolean known = Double.isFinite(half);
            return new Row(ranks[i], names.get(i).slug(), names.get(i).name(), fit.ratings()[i],
                    known ? fit.ratings()[i] - half : null, known ? fit.ratings()[i] + half : null, rates[i].votes(),
                    rates[i].winRate(), fit.component()[i]);
        }).sorted(Comparator.comparingInt(Row::component).thenComparingInt(Row::rank)).toList();
    }
}
