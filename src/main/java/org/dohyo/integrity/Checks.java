package org.dohyo.integrity;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.dohyo.vote.uncounted.Jump;

/**
 * Checks that could not run. That is an outcome of its own, never a judgement: such a vote counts. If it becomes
 * frequent, the desk says so.
 */
@ApplicationScoped
public class Checks {

    private static final int READ = 1_000;

    private final JudgedVote.Repository judged;

    Checks(JudgedVote.Repository judged) {
        this.judged = judged;
    }

    /** The reasons for which checks of the newest votes fail far more often than before. */
    @Transactional
    public List<Jump> failing() {
        List<Optional<String>> all = judged.newestFailures(READ);
        List<Optional<String>> newest = all.subList(0, Math.min(Jump.MANY, all.size()));
        return Jump.in(newest, Jump.Tally.of(all.subList(newest.size(), all.size())));
    }

    /** The share of the newest 200 judged votes of which a check could not run, 0 to 1; NaN without votes. */
    @Transactional
    public double failedShare() {
        List<Optional<String>> newest = judged.newestFailures(Jump.MANY);
        return (double) newest.stream().filter(Optional::isPresent).count() / newest.size();
    }
}
