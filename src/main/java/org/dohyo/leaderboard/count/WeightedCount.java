package org.dohyo.leaderboard.count;

import java.io.Serializable;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import org.dohyo.rating.VoterVotes;
import org.dohyo.rating.WeightedPair;
import org.hibernate.annotations.Immutable;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/**
 * The votes between two models in a category weighted by voters, in {@linkplain VoterVotes#UNIT units}, for readers;
 * {@link CountStore} writes them.
 */
@Entity
@Immutable
@Table(name = "counted_weighted_pair")
@IdClass(WeightedCount.Key.class)
public class WeightedCount {

    @Id
    String category;

    @Id
    Long first;

    @Id
    Long second;

    long firstWins;

    long secondWins;

    long halves;

    record Key(String category, Long first, Long second) implements Serializable {
    }

    /** A pair with its models' slugs. */
    public record Between(String slugA, String slugB, Long firstWins, Long secondWins, Long halves) {

        /** The pair in votes, with its models' indexes. */
        public WeightedPair between(int first, int second) {
            return new WeightedPair(first, second, VoterVotes.fromUnits(firstWins), VoterVotes.fromUnits(secondWins),
                    VoterVotes.fromUnits(halves));
        }
    }

    @ApplicationScoped
    public static class Repository implements PanacheRepositoryBase<WeightedCount, WeightedCount.Key> {

        private static final String BETWEEN = """
                select a.slug, b.slug, c.firstWins, c.secondWins, c.halves from WeightedCount c
                join ModelSummary a on a.id = c.first join ModelSummary b on b.id = c.second
                where c.category = ?1 and c.firstWins + c.secondWins + c.halves > 0""";

        /** All pairs with a vote. */
        public List<Between> inCategory(String category) {
            return find(BETWEEN, category).project(Between.class).list();
        }
    }
}
