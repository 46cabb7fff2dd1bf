package org.dohyo.project.judge;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.EnumeratedValue;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.dohyo.benchmark.mtbench.JudgeVerdict;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** One call of a run: an item in one order of its answers. {@link JudgeQueue} gives the calls out. */
@Entity
@Table(name = "project_verdict")
public class Verdict {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public long runId;

    public long itemId;

    /** True if the item's first model is shown as B. */
    public boolean swapped;

    @Enumerated(EnumType.STRING)
    public State state;

    public String owner;

    @Enumerated(EnumType.STRING)
    public JudgeVerdict verdict;

    /** What the judge answered, word for word. */
    public String text;

    public Integer promptTokens;

    public Integer completionTokens;

    public int attempts;

    public String error;

    public Instant settledAt;

    /** What became of a call. */
    public enum State {

        WAITING,
        RUNNING,
        READ,
        /** The judge answered, and the answer has no verdict. */
        UNREADABLE,
        FAILED;

        @EnumeratedValue
        private final String label = name().toLowerCase(Locale.ROOT);

        public String label() {
            return label;
        }
    }

    /** How many calls of a run are in a state, and what they took. */
    record Sum(State state, long calls, long promptTokens, long completionTokens) {
    }

    /** A verdict on an item in one order. */
    record Read(long item, boolean swapped, JudgeVerdict verdict) {
    }

    @ApplicationScoped
    public static class Repository implements PanacheRepositoryBase<Verdict, Long> {

        List<Sum> sums(long run) {
            return find("""
                    select state, count(*), coalesce(sum(promptTokens), 0), coalesce(sum(completionTokens), 0)
                    from Verdict where runId = ?1 group by state""", run).project(Sum.class).list();
        }

        List<Read> read(long run) {
            return find("select itemId, swapped, verdict from Verdict where runId = ?1 and state = ?2", run, State.READ)
                    .project(Read.class).list();
        }

        long countSettled(long run) {
            return count("runId = ?1 and settledAt is not null", run);
        }
    }
}
