package org.dohyo.leaderboard.page;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.dohyo.rating.Proportion;
import org.dohyo.vote.EntryKind;
import org.dohyo.vote.LogHead;
import org.hibernate.Session;

/** This instance's own figures for the method page; their cost doesn't grow with the number of counted votes. */
@ApplicationScoped
class MethodFigures {

    static final int NEWEST = 20_000;
    private static final String LEFT_OUT = """
            select kind, coalesce(cast(leaf as json) ->> 'reason', cast(leaf as json) ->> 'notCountedReason', '') as reason,
                count(*) as entries
            from vote_log where (sign <> 1 or kind <> 'CAST') and kind in (:kinds)
            group by 1, 2 order by 1, 3 desc, 2 limit 50""";
    private static final String SIDES = """
            select count(*) filter (where outcome = 'A') as a, count(*) filter (where outcome in ('A', 'B')) as decided
            from vote_log
            where position >= :from and kind = 'CAST' and sign = 1""";

    private final Session session;
    private final LogHead.Repository log;

    MethodFigures(Session session, LogHead.Repository log) {
        this.session = session;
        this.log = log;
    }

    /**
     * Entries of the log that are not a counted vote.
     *
     * @param kind CAST (not counted), WITHDRAW, EXCLUDE, RESTORE or LEAVE_OUT
     * @param reason may be empty
     */
    public record LeftOut(String kind, String reason, Long entries) {
    }

    /** Votes won by side A, and all votes won by either side. */
    record Sides(Long a, Long decided) {
    }

    /** @param sideA the share of decided votes won by side A, among the newest */
    record Figures(List<LeftOut> leftOut, Proportion sideA, long decided) {
    }

    @Transactional
    Figures read() {
        List<LeftOut> leftOut = session.createNativeQuery(LEFT_OUT, LeftOut.class)
                .setParameter("kinds", EntryKind.namesOfVoteKinds()).getResultList();
        Sides sides = session.createNativeQuery(SIDES, Sides.class).setParameter("from", log.mark().size() - NEWEST)
                .getSingleResult();
        return new Figures(leftOut, Proportion.of(sides.a(), sides.decided()), sides.decided());
    }
}
