package org.dohyo.me;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
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
import org.dohyo.vote.OwnVotes;

/** The leaderboard of one voter's own counted votes, by the method of the public one. */
@ApplicationScoped
public class OwnBoard {

    /** With fewer votes the intervals would be too wide to show. */
    static final int LEAST_VOTES = 10;

    private final OwnVotes votes;

    OwnBoard(OwnVotes votes) {
        this.votes = votes;
    }

    /**
     * @param rank null for models that no votes compare with those that are ranked
     * @param component models with another number can't be compared by these votes
     */
    public record Row(Integer rank, String slug, String name, double rating, Double low, Double high, long votes,
            double winRate,
            int component) {
    }

    /** @param models empty as long as there are fewer votes than needed */
    public record Board(long votes, int needed, List<Row> models) {
    }

    private record Name(String slug, String name) {
    }

    Board of(long voterId) {
        return of(votes.countedByPair(voterId));
    }

    static Board of(List<OwnVotes.PairCount> counted) {
        Map<Long, Integer> places = new HashMap<>();
        List<Name> names = new ArrayList<>();
        List<PairCount> pairs = new ArrayList<>();
        for (OwnVotes.PairCount pair : counted) {
            int first = place(pair.modelA(), new Name(pair.slugA(), pair.nameA()), places, names);
            int second = place(pair.modelB(), new Name(pair.slugB(), pair.nameB()), places, names);
            long n = pair.votes();
            pairs.add(switch (pair.outcome()) {
                case A -> new PairCount(first, second, n, 0, 0, 0);
                case B -> new PairCount(first, second, 0, n, 0, 0);
                case TIE -> new PairCount(first, second, 0, 0, n, 0);
                case BOTH_BAD -> new PairCount(first, second, 0, 0, 0, n);
            });
        }
        PairCounts counts = new PairCounts(names.size(), pairs);
        return new Board(counts.votes(), LEAST_VOTES, counts.votes() < LEAST_VOTES ? List.of() : rows(counts, names));
    }

    /** The model's index among the names, appended if new. */
    private static int place(long model, Name name, Map<Long, Integer> places, List<Name> names) {
        return places.computeIfAbsent(model, unknown -> {
            names.add(name);
            return names.size() - 1;
        });
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
        Map<Integer, Long> votes = new HashMap<>();
        for (int i = 0; i < rates.length; i++) {
            votes.merge(fit.component()[i], rates[i].votes(), Long::sum);
        }
        int main = votes.entrySet().stream()
                .max(Map.Entry.<Integer, Long> comparingByValue().thenComparing(entry -> -entry.getKey())).orElseThrow()
                .getKey();
        return IntStream.range(0, names.size()).mapToObj(i -> {
            double half = fit.halfWidth(i);
            boolean bounded = Double.isFinite(half);
            return new Row(fit.component()[i] == main ? ranks[i] : null, names.get(i).slug(), names.get(i).name(),
                    fit.ratings()[i],
                    bounded ? fit.ratings()[i] - half : null, bounded ? fit.ratings()[i] + half : null,
                    rates[i].votes(),
                    rates[i].winRate(), fit.component()[i]);
        }).sorted(Comparator.comparing((Row row) -> row.rank() == null)
                .thenComparingInt(Row::component).thenComparing(Comparator.comparingDouble(Row::rating).reversed()))
                .toList();
    }
}
