package org.dohyo.benchmark.run;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.LockModeType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.NamedQuery;

import org.dohyo.benchmark.runner.RunSettings;
import org.dohyo.benchmark.runner.StoredQuestionSet;
import org.dohyo.model.Model;
import org.hibernate.Timeouts;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** A run of a benchmark, with its questions, models and judge. */
@Entity
@NamedQuery(name = "BenchmarkRun.withoutOpenCall", query = """
        select r.id from BenchmarkRun r where r.state = :running and not exists
            (select 1 from BenchmarkItem i where i.run = r and i.state in :open)""")
public class BenchmarkRun {

    @Id
    public UUID id;

    /** The benchmark's slug. */
    public String benchmark;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "set_id")
    public StoredQuestionSet questionSet;

    /** Null for a benchmark without a judge. */
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "judge_id")
    public Model judge;

    public Integer judgeRevision;

    @JdbcTypeCode(SqlTypes.JSON)
    public RunSettings settings;

    @Enumerated(EnumType.STRING)
    public RunState state = RunState.RUNNING;

    public String startedBy;

    public Instant startedAt;

    public Instant endedAt;

    /**
     * Moves the run to another state.
     *
     * @throws IllegalStateException if the move isn't legal
     */
    void moveTo(RunState next, Instant now) {
        state = state.to(next);
        endedAt = next.running() ? null : now;
    }

    /** A run's row in a list, without its models and progress. */
    record Row(UUID id, String benchmark, String version, boolean own, String judge, RunSettings settings,
            String startedBy,
            Instant startedAt, Instant endedAt) {
    }

    @ApplicationScoped
    public static class Repository implements PanacheRepositoryBase<BenchmarkRun, UUID> {

        private static final int MAX_LISTED = 100;
        private static final String ROWS = """
                select r.id, r.benchmark, q.version, q.own, j.slug, r.settings, r.startedBy, r.startedAt, r.endedAt
                from BenchmarkRun r join r.questionSet q left join r.judge j
                """;

        /** The newest runs of a benchmark, or of all if it is null. */
        List<Row> newest(String benchmark) {
            String order = " order by r.startedAt desc";
            return (benchmark == null ? find(ROWS + order) : find(ROWS + "where r.benchmark = ?1" + order, benchmark))
                    .project(Row.class).page(0, MAX_LISTED).list();
        }

        Optional<Row> row(UUID id) {
            return find(ROWS + "where r.id = ?1", id).project(Row.class).firstResultOptional();
        }

        boolean anyRunning() {
            return find("select count(*) from BenchmarkRun where state = ?1", RunState.RUNNING).project(Long.class)
                    .singleResult() > 0;
        }

        /** The running runs that have no call left to make. */
        List<UUID> withoutOpenCall() {
            return getEntityManager().createNamedQuery("BenchmarkRun.withoutOpenCall", UUID.class)
                    .setParameter("running", RunState.RUNNING).setParameter("open", ItemState.OPEN).getResultList();
        }

        /** The run with its row locked until the transaction's end. */
        Optional<BenchmarkRun> lock(UUID id) {
            return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
        }

        /** As {@link #lock}, if the run is running and no other transaction holds it. */
        Optional<BenchmarkRun> lockRunning(UUID id) {
            return find("id = ?1 and state = ?2", id, RunState.RUNNING).withLock(LockModeType.PESSIMISTIC_WRITE)
                    .withHint("jakarta.persistence.lock.timeout", Timeouts.SKIP_LOCKED_MILLI).firstResultOptional();
        }

        /** True if a run has the model judge. */
        boolean judgedBy(long modelId) {
            return count("judge.id", modelId) > 0;
        }
    }
}
