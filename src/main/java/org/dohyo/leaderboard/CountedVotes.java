package org.dohyo.leaderboard;

import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.model.VotesSoFar;
import org.hibernate.Session;

/** Reads how often each model was voted on from the pair counts, whose number depends on that of models alone. */
@ApplicationScoped
public class CountedVotes implements VotesSoFar {

    private final Session entities;

    CountedVotes(Session entities) {
        this.entities = entities;
    }

    @Override
    public Map<Long, Long> byModel() {
        return entities.createNativeQuery("""
                select model, sum(votes) from (
                    select first as model, first_wins + second_wins + ties + both_bad as votes
                    from pair_count where category = 'overall'
                    union all
                    select second, first_wins + second_wins + ties + both_bad from pair_count where category = 'overall'
                ) sides group by model""", Object[].class).getResultStream()
                .collect(Collectors.toMap(row -> ((Number) row[0]).longValue(), row -> ((Number) row[1]).longValue()));
    }
}
