package org.dohyo.integrity;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.rating.VoterVotes;
import org.dohyo.rating.WeightedPair;
import org.jdbi.v3.core.Jdbi;

/** The counted votes of all pairs, a voter's weight limited as on the board, by the models' places. */
@ApplicationScoped
class KnownPairs {

    private static final String READ = """
            select first, second, first_wins, second_wins, halves from counted_weighted_pair
            where category = 'overall' and first_wins + second_wins + halves > 0""";

    private final Jdbi jdbi;
    private final WatchedModel.Repository models;

    KnownPairs(Jdbi jdbi, WatchedModel.Repository models) {
        this.jdbi = jdbi;
        this.models = models;
    }

    private record Row(long first, long second, double firstWins, double secondWins, double halves) {
    }

    /** Gives each new model a place, in the transaction in progress. */
    List<WeightedPair> now() {
        List<Row> rows = jdbi.withHandle(handle -> handle.createQuery(READ)
                .map((row, context) -> new Row(row.getLong(1), row.getLong(2), VoterVotes.fromUnits(row.getLong(3)),
                        VoterVotes.fromUnits(row.getLong(4)), VoterVotes.fromUnits(row.getLong(5))))
                .list());
        Set<Long> met = new HashSet<>();
        rows.forEach(row -> met.addAll(List.of(row.first, row.second)));
        models.add(met);
        Map<Long, Integer> places = models.places();
        return rows.stream().map(row -> new WeightedPair(places.get(row.first), places.get(row.second), row.firstWins,
                row.secondWins, row.halves)).toList();
    }
}
