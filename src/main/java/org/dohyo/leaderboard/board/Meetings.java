package org.dohyo.leaderboard.board;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.leaderboard.api.PairsResource;
import org.dohyo.rating.BradleyTerry;
import org.dohyo.rating.Fit;
import org.dohyo.rating.Lead;
import org.dohyo.rating.NotConvergedException;
import org.dohyo.rating.PairCount;
import org.dohyo.rating.PairCounts;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.agroal.api.AgroalDataSource;

/** How each two models of a category met, and how their ratings hang together; read once for each published board. */
@ApplicationScoped
public class Meetings {

    private static final int MOST_CATEGORIES = 8;

    private final Boards boards;
    private final AgroalDataSource database;
    private final Cache<String, Known> known = Caffeine.newBuilder().maximumSize(MOST_CATEGORIES).build();

    Meetings(Boards boards, AgroalDataSource database) {
        this.boards = boards;
        this.database = database;
    }

    /**
     * @param fit by votes, a model's place being that in {@code places}; null where it did not converge
     */
    public record Known(List<PairsResource.Pair> pairs, Map<String, Integer> places, Fit fit) {

        public static Known of(List<PairsResource.Pair> pairs) {
            Map<String, Integer> places = new LinkedHashMap<>();
            pairs.forEach(pair -> {
                places.putIfAbsent(pair.modelA(), places.size());
                places.putIfAbsent(pair.modelB(), places.size());
            });
            PairCounts counts = new PairCounts(places.size(), pairs.stream().map(pair -> new PairCount(
                    places.get(pair.modelA()), places.get(pair.modelB()), pair.winsA(), pair.winsB(), pair.ties(),
                    pair.bothBad())).toList());
            try {
                return new Known(pairs, places, BradleyTerry.fit(counts));
            } catch (NotConvergedException e) {
                return new Known(pairs, places, null);
            }
        }

        /** As seen from the first model; empty where they have not met. */
        public Optional<PairsResource.Pair> between(String a, String b) {
            return pairs.stream().filter(pair -> pair.isBetween(a, b)).findFirst().map(pair -> pair.seenFrom(a));
        }

        /** All of a model's meetings as it sees them. */
        public List<PairsResource.Pair> of(String slug) {
            return pairs.stream().filter(pair -> pair.modelA().equals(slug) || pair.modelB().equals(slug))
                    .map(pair -> pair.seenFrom(slug)).toList();
        }

        /** How far the first leads the second; empty where nothing connects them or one of them isn't known yet. */
        public Optional<Lead> lead(Board.Row a, Board.Row b) {
            Integer placeA = places.get(a.slug());
            Integer placeB = places.get(b.slug());
            if (fit == null || placeA == null || placeB == null || fit.component()[placeA] != fit.component()[placeB]) {
                return Optional.empty();
            }
            return Optional.of(Lead.of(fit, placeA, placeB, a.rating() - b.rating(), half(a), half(b)));
        }

        private static double half(Board.Row row) {
            return row.low() == null ? Double.NaN : (row.high() - row.low()) / 2;
        }
    }

    public Known in(String category) {
        return known.get(boards.version() + " " + category, unused -> read(category));
    }

    private Known read(String category) {
        try (Connection connection = database.getConnection()) {
            return Known.of(PairsResource.read(connection, category).pairs());
        } catch (SQLException e) {
            throw new IllegalStateException("the pairs can't be read", e);
        }
    }
}
