package org.dohyo.leaderboard.agreement;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.leaderboard.board.BoardKey;
import org.dohyo.leaderboard.board.Boards;
import org.dohyo.leaderboard.board.Meetings;
import org.dohyo.leaderboard.board.PairResult;
import org.dohyo.leaderboard.count.JobLock;
import org.dohyo.support.BeatGate;
import org.dohyo.text.Categories;
import org.dohyo.vote.LogReader;
import org.jdbi.v3.core.Jdbi;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;

/**
 * Computes the {@link Agreement} of each board that is not of people's votes when it or people's board has changed. It
 * reads all of their votes, so it pauses {@value #PAUSE_FACTOR} times as long as it computed; while imported votes are
 * being logged it rests.
 */
@ApplicationScoped
class AgreementJob {

    private static final int PAUSE_FACTOR = 50;
    private static final int SECONDS = 600;

    private final Boards boards;
    private final Meetings meetings;
    private final SharedPrompts prompts;
    private final Agreements agreements;
    private final LogReader reader;
    private final Jdbi jdbi;
    private final Clock clock;
    private volatile long restUntil = System.nanoTime();

    AgreementJob(Boards boards, Meetings meetings, SharedPrompts prompts, Agreements agreements, LogReader reader,
            Jdbi jdbi, Clock clock) {
        this.boards = boards;
        this.meetings = meetings;
        this.prompts = prompts;
        this.agreements = agreements;
        this.reader = reader;
        this.jdbi = jdbi;
        this.clock = clock;
    }

    @Scheduled(identity = "judge-agreement", every = "2s", concurrentExecution = SKIP, skipExecutionIf = BeatGate.class)
    void pass() {
        long begun = System.nanoTime();
        List<String> judged = Agreements.CATEGORIES.stream().filter(category -> logSize(category) > 0).toList();
        if (judged.isEmpty() || begun - restUntil < 0 || reader.anyImportedQueued()) {
            return;
        }
        try {
            judged.forEach(category -> QuarkusTransaction.requiringNew().timeout(SECONDS).run(() -> renew(category)));
        } finally {
            restUntil = System.nanoTime() + PAUSE_FACTOR * (System.nanoTime() - begun);
        }
    }

    /** Of the newest board of the category; 0 without votes. */
    private long logSize(String category) {
        return boards.current(BoardKey.byVotes(category)).board().logSize();
    }

    private void renew(String category) {
        long logSize = Math.max(logSize(category), logSize(Categories.OVERALL));
        boolean known = agreements.of(category).filter(last -> last.logSize() >= logSize).isPresent();
        if (known || !JobLock.AGREEMENT.tryTake(jdbi)) {
            return;
        }
        agreements.keep(Agreement.of(category, prompts.with(category), pairs(category), logSize, clock.instant()));
    }

    /** The pairs of models that people and judges compared, by the public counts. */
    private List<Agreement.Shared> pairs(String category) {
        Map<String, PairResult> people = new HashMap<>();
        meetings.results(Categories.OVERALL).pairs().forEach(pair -> {
            people.put(pair.modelA() + " " + pair.modelB(), pair);
            people.put(pair.modelB() + " " + pair.modelA(), pair.seenFrom(pair.modelB()));
        });
        return meetings.results(category).pairs().stream()
                .filter(pair -> people.containsKey(pair.modelA() + " " + pair.modelB()))
                .map(pair -> new Agreement.Shared(tally(people.get(pair.modelA() + " " + pair.modelB())), tally(pair)))
                .toList();
    }

    private static Tally tally(PairResult pair) {
        return new Tally(pair.winsA(), pair.winsB(), pair.ties() + pair.bothBad());
    }
}
