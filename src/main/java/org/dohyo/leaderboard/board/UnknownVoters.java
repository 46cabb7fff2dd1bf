package org.dohyo.leaderboard.board;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.hibernate.Session;

/** How many imported votes came without their voter. Each of these counts as a voter of its own. */
@ApplicationScoped
public class UnknownVoters {

    private static final String VOTES = """
            select coalesce(sum(votes), 0) as votes from unknown_voter_vote where category = :category""";

    private final Session session;

    UnknownVoters(Session session) {
        this.session = session;
    }

    /** The number of such votes in a category; later exclusions don't change it. */
    @Transactional
    public long votes(String category) {
        return session.createNativeQuery(VOTES, Long.class).setParameter("category", category).getSingleResult();
    }
}
