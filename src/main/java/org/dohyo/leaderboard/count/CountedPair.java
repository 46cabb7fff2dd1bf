package org.dohyo.leaderboard.count;

import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The counted votes between two models in a category, for readers; {@link CountStore} writes them. */
@Entity
@Immutable
@Table(name = "pair_count")
@IdClass(CountedPair.Key.class)
public class CountedPair {

    @Id
    public String category;

    /** The lower of the two models' ids. */
    @Id
    public Long first;

    @Id
    public Long second;

    public long firstWins;

    public long secondWins;

    public long ties;

    public long bothBad;

    record Key(String category, Long first, Long second) implements Serializable {
    }

    public long votes() {
        return firstWins + secondWins + ties + bothBad;
    }

    /**
     * A counted pair with its models' slugs.
     *
     * @param logSize the size of the log that was counted
     * @param slugA null, as everything after it, in the only row of a category without votes
     */
    public record Between(Long logSize, String slugA, String slugB, Long firstWins, Long secondWins, Long ties,
            Long bothBad) {
    }

    @ApplicationScoped
    public static class Repository implements PanacheRepositoryBase<CountedPair, CountedPair.Key> {

        // In one statement, so that the log's size is that of the counts.
        private static final String BETWEEN = """
                select h.logSize, a.slug, b.slug, c.firstWins, c.secondWins, c.ties, c.bothBad
                from LogSize h left join CountedPair c on c.category = ?1
                    and c.firstWins + c.secondWins + c.ties + c.bothBad > 0
                left join ModelSummary a on a.id = c.first left join ModelSummary b on b.id = c.second order by a.slug, b.slug""";

        /** All pairs with a vote, by slugs; at least one row. */
        public List<Between> inCategory(String category) {
            return find(BETWEEN, category).project(Between.class).list();
        }

        /** The pair of two models, whichever comes first. */
        public Optional<CountedPair> in(String category, long one, long other) {
            return findByIdOptional(new Key(category, Math.min(one, other), Math.max(one, other)));
        }

        /** The pairs of these models, over all votes. */
        public List<CountedPair> among(Collection<Long> models) {
            return list("category = 'overall' and first in ?1 and second in ?1", models);
        }

        /** The pair of two models in each category with a vote. */
        public List<CountedPair> ofModels(long one, long other) {
            return list("first = ?1 and second = ?2 and firstWins + secondWins + ties + bothBad > 0",
                    Math.min(one, other),
                    Math.max(one, other));
        }
    }
}
