package org.dohyo.vote.uncounted;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.dohyo.support.BeatGate;
import org.dohyo.vote.Vote;
import org.dohyo.vote.uncounted.Jump.Tally;
import org.dohyo.vote.uncounted.VoteDay.Sum;
import org.hibernate.Session;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;

/**
 * Finds out if the newest votes are left out of the ratings more often than earlier ones. A vote costs nothing more: a
 * look reads the newest votes by the index on their time, and the sums of earlier days, at most once every ten seconds.
 * Imported votes and withdrawn ones don't take part, and neither do exclusions by a moderator.
 */
@ApplicationScoped
public class UncountedVotes {

    private static final Duration FRESH = Duration.ofSeconds(10);
    /** Votes read in a look, imported ones among them; those beyond the newest {@value Jump#MANY} are earlier ones. */
    private static final int READ = 1_000;
    private static final int DAYS = 365;
    /** A day is closed an hour after its end: a vote can be withdrawn for a minute, and clocks differ. */
    private static final Duration SETTLED = Duration.ofHours(1);

    private static final String CLOSE = """
            insert into vote_day (day, reason, votes)
            select cast(cast_at at time zone 'UTC' as date), coalesce(not_counted_reason, ''), count(*) from vote
            where withdrawn_at is null and categories_version is not null and cast_at >= :from and cast_at < :to
            group by 1, 2 on conflict do nothing""";

    private final Session session;
    private final Vote.Repository votes;
    private final VoteDay.Repository days;
    private final Clock clock;
    private Look last = new Look(0, 0, List.of());
    private Instant until = Instant.MIN;

    UncountedVotes(Session session, Vote.Repository votes, VoteDay.Repository days, Clock clock) {
        this.session = session;
        this.votes = votes;
        this.days = days;
        this.clock = clock;
    }

    /**
     * The newest votes, at most 200.
     *
     * @param uncounted those that aren't counted
     * @param jumps the reasons that have become too frequent, the least likely first
     */
    public record Look(long votes, long uncounted, List<Jump> jumps) {

        /** From 0 to 1; NaN without votes. */
        public double share() {
            return (double) uncounted / votes;
        }
    }

    /** The state at most ten seconds ago. */
    public synchronized Look now() {
        Instant now = clock.instant();
        if (!now.isBefore(until)) {
            last = QuarkusTransaction.joiningExisting().call(this::look);
            until = now.plus(FRESH);
        }
        return last;
    }

    private Look look() {
        List<Vote.Cast> cast = votes.newest(READ).stream().filter(Vote.Cast::here).toList();
        List<Optional<String>> reasons = cast.stream().map(vote -> Optional.ofNullable(vote.notCountedReason()))
                .toList();
        List<Optional<String>> newest = reasons.subList(0, Math.min(Jump.MANY, reasons.size()));
        Tally earlier = Tally.of(reasons.subList(newest.size(), reasons.size())).plus(cast.isEmpty() ? Tally.NONE
                : before(day(cast.get(cast.size() - 1).castAt())));
        Tally now = Tally.of(newest);
        return new Look(now.votes(), now.allUncounted(), Jump.in(newest, earlier));
    }

    private Tally before(LocalDate day) {
        List<Sum> sums = days.between(day.minusDays(DAYS), day);
        Map<String, Long> uncounted = sums.stream().filter(sum -> !sum.reason().isEmpty())
                .collect(Collectors.toMap(Sum::reason, Sum::votes));
        return new Tally(sums.stream().mapToLong(Sum::votes).sum(), uncounted);
    }

    private static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }

    /** Adds up the days that are over; a replica that does the same at the same time changes nothing. */
    @Scheduled(identity = "vote-days", every = "1h", delayed = "1m", concurrentExecution = SKIP,
            skipExecutionIf = BeatGate.class)
    @Transactional
    void closeDays() {
        LocalDate today = day(clock.instant().minus(SETTLED));
        LocalDate first = today.minusDays(DAYS);
        LocalDate from = days.newest().map(day -> day.plusDays(1)).filter(first::isBefore).orElse(first);
        if (from.isBefore(today)) {
            session.createNativeMutationQuery(CLOSE).setParameter("from", start(from)).setParameter("to", start(today))
                    .executeUpdate();
        }
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
