package org.dohyo.leaderboard.board;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.dohyo.leaderboard.count.CountedPair;
import org.dohyo.model.Model;
import org.dohyo.rating.BradleyTerry;
import org.dohyo.rating.Fit;
import org.dohyo.rating.Lead;
import org.dohyo.rating.NotConvergedException;
import org.dohyo.rating.PairCount;
import org.dohyo.rating.PairCounts;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.quarkus.narayana.jta.QuarkusTransaction;

/** The votes between every two models of a category, and the fit that compares their ratings. */
@ApplicationScoped
public class Meetings {

    private static final int MAX_CATEGORIES = 8;

    private final Boards boards;
    private final CountedPair.Repository counts;
    private final Cache<String, Met> cache = Caffeine.newBuilder().maximumSize(MAX_CATEGORIES).build();

    Meetings(Boards boards, CountedPair.Repository counts) {
        this.boards = boards;
        this.counts = counts;
    }

    /**
     * The meetings of a category.
     *
     * @param index of each model in the fit, by slug
     * @param fit by votes; null if it did not converge
     */
    public record Met(List<PairResult> pairs, Map<String, Integer> index, Fit fit) {

        public static Met of(List<PairResult> pairs) {
            Map<String, Integer> index = new LinkedHashMap<>();
            pairs.forEach(pair -> {
                index.putIfAbsent(pair.modelA(), index.size());
                index.putIfAbsent(pair.modelB(), index.size());
            });
            PairCounts counts = new PairCounts(index.size(), pairs.stream().map(pair -> new PairCount(
                    index.get(pair.modelA()), index.get(pair.modelB()), pair.winsA(), pair.winsB(), pair.ties(),
                    pair.bothBad())).toList());
            try {
                return new Met(pairs, index, BradleyTerry.fit(counts));
            } catch (NotConvergedException e) {
                return new Met(pairs, index, null);
            }
        }

        /** Their votes as seen from the first model; empty if the two have not met. */
        public Optional<PairResult> between(String a, String b) {
            return pairs.stream().filter(pair -> pair.isBetween(a, b)).findFirst().map(pair -> pair.seenFrom(a));
        }

        /** All pairs with that model, as seen from it. */
        public List<PairResult> of(String slug) {
            return pairs.stream().filter(pair -> pair.modelA().equals(slug) || pair.modelB().equals(slug))
                    .map(pair -> pair.seenFrom(slug)).toList();
        }

        /**
         * The lead of the first over the second; empty if nothing connects them or one of them has no vote here yet.
         */
        public Optional<Lead> lead(Board.Row a, Board.Row b) {
            Integer indexA = index.get(a.slug());
            Integer indexB = index.get(b.slug());
            if (fit == null || indexA == null || indexB == null || fit.component()[indexA] != fit.component()[indexB]) {
                return Optional.empty();
            }
            return Optional.of(Lead.of(fit, indexA, indexB, a.rating() - b.rating(), half(a), half(b)));
        }

        private static double half(Board.Row row) {
            return row.low() == null ? Double.NaN : (row.high() - row.low()) / 2;
        }
    }

    /** Computed once for each published board. */
    public Met in(String category) {
        return cache.get(boards.version() + " " + category,
                unused -> Met.of(QuarkusTransaction.joiningExisting().call(() -> results(category)).pairs()));
    }

    /** Every pair with a vote in a category, read from the counts. */
    @Transactional
    public PairResults results(String category) {
        List<CountedPair.Between> pairs = counts.inCategory(category);
        return new PairResults(category, pairs.get(0).logSize(), pairs.stream().filter(pair -> pair.slugA() != null)
                .map(pair -> PairResult.of(pair.slugA(), pair.slugB(), pair.firstWins(), pair.secondWins(), pair.ties(),
                        pair.bothBad()))
                .toList());
    }

    /** The votes between two models in each of the categories that has any, by category, as seen from the first. */
    @Transactional
    public Map<String, PairResult> byCategory(Model one, Model two) {
        Map<String, PairResult> results = new LinkedHashMap<>();
        for (CountedPair pair : counts.ofModels(one.id, two.id)) {
            boolean inOrder = pair.first.equals(one.id);
            results.put(pair.category, PairResult.of(inOrder ? one.slug : two.slug, inOrder ? two.slug : one.slug,
                    pair.firstWins, pair.secondWins, pair.ties, pair.bothBad).seenFrom(one.slug));
        }
        return results;
    }
}
