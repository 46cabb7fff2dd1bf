package org.dohyo.leaderboard.board;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Counts the votes that each day added to a category: the difference between the last boards of consecutive days. */
@ApplicationScoped
public class DailyVotes {

    private static final int DAYS = 90;

    private final Snapshot.Repository snapshots;

    DailyVotes(Snapshot.Repository snapshots) {
        this.snapshots = snapshots;
    }

    /** @param votes negative if more were withdrawn than cast */
    public record Day(LocalDate date, long votes) {
    }

    /** Every day, in UTC, from the first with a vote to the last, but at most the last {@value #DAYS}. */
    @Transactional
    public List<Day> in(String category) {
        TreeMap<LocalDate, Long> totals = new TreeMap<>();
        snapshots.daily(BoardKey.byVotes(category), DAYS + 1).forEach(
                counted -> totals.put(LocalDate.ofInstant(counted.generatedAt(), ZoneOffset.UTC), counted.votes()));
        return added(totals);
    }

    /**
     * Before the first board there was no vote, unless older boards were left out.
     *
     * @param totals the votes counted by the end of a day, at most {@value #DAYS} + 1 days
     */
    static List<Day> added(TreeMap<LocalDate, Long> totals) {
        List<Day> added = new ArrayList<>();
        if (totals.isEmpty()) {
            return added;
        }
        boolean cut = totals.size() > DAYS;
        long before = cut ? totals.firstEntry().getValue() : 0;
        LocalDate first = cut ? totals.firstKey().plusDays(1) : totals.firstKey();
        for (LocalDate day = first; !day.isAfter(totals.lastKey()); day = day.plusDays(1)) {
            long total = totals.getOrDefault(day, before);
            added.add(new Day(day, total - before));
            before = total;
        }
        return added.size() <= DAYS ? added : added.subList(added.size() - DAYS, added.size());
    }
}
