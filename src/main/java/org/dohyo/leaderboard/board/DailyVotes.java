package org.dohyo.leaderboard.board;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.dohyo.vote.LogHead;
import org.hibernate.Session;

/**
 * Counts the votes of each day, by the day on which they were cast, whenever they were logged. The log is append-only,
 * so only its new entries are read.
 */
@ApplicationScoped
public class DailyVotes {

    private static final String ADDED = """
            select category, cast(cast(v.cast_at at time zone 'UTC' as date) as text) as day, sum(l.sign) as votes
            from vote_log l join cast_vote v on v.id = l.vote_id cross join lateral unnest(l.categories) as category
            where l.position >= :from and l.position < :size and l.sign <> 0 group by 1, 2""";

    private final Session session;
    private final LogHead.Repository log;
    private final Map<String, NavigableMap<LocalDate, Long>> counted = new HashMap<>();
    private long read;

    DailyVotes(Session session, LogHead.Repository log) {
        this.session = session;
        this.log = log;
    }

    /** @param votes those that count now: withdrawn and excluded ones don't */
    public record Day(LocalDate date, long votes) {
    }

    record Added(String category, String day, Long votes) {
    }

    /** The days in UTC, by date, on which counted votes were cast. */
    @Transactional
    public synchronized List<Day> in(String category) {
        readOn(log.mark().size());
        return counted.getOrDefault(category, new TreeMap<>()).entrySet().stream()
                .filter(day -> day.getValue() != 0).map(day -> new Day(day.getKey(), day.getValue())).toList();
    }

    private void readOn(long size) {
        if (size == read) {
            return;
        }
        List<Added> added = session.createNativeQuery(ADDED, Added.class).setParameter("from", read)
                .setParameter("size", size).getResultList();
        added.forEach(one -> counted.computeIfAbsent(one.category(), unused -> new TreeMap<>())
                .merge(LocalDate.parse(one.day()), one.votes(), Long::sum));
        read = size;
    }
}
