package org.dohyo.benchmark.run;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.LockModeType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.NamedQuery;

import org.dohyo.benchmark.StoredForm;
import org.dohyo.benchmark.runner.AnswerReading;
import org.dohyo.benchmark.runner.RunCallPlan;
import org.dohyo.benchmark.runner.RunCallResult;
import org.dohyo.benchmark.runner.RunItem;
import org.dohyo.benchmark.runner.RunItemKind;
import org.dohyo.benchmark.runner.RunRecord;
import org.dohyo.model.Model;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** One call of a run: an answer of a model, or a judgement. {@link RunQueue} claims it under a lease. */
@Entity
@NamedQuery(name = "BenchmarkItem.progress",
        query = """
                select r.id, r.state, r.judge.id, count(i.id), count(i.id) filter (where i.state = :done),
                    count(i.id) filter (where i.state = :failed), count(i.id) filter (where i.state = :running),
                    coalesce(sum(i.promptTokens), 0), coalesce(sum(i.completionTokens), 0),
                    count(i.id) filter (where i.settledAt > :since), min(i.settledAt) filter (where i.settledAt > :since)
                from BenchmarkRun r left join BenchmarkItem i on i.run = r where r.id in :ids group by r.id, r.state, r.judge.id""")
@NamedQuery(name = "BenchmarkItem.results", query = """
        select i.kind, i.question, i.turn, m.slug, o.slug, i.score, i.verdict
        from BenchmarkItem i join i.model m left join i.opponent o
        where i.run.id = :run and i.state = :done and i.kind <> :answer order by m.slug, i.question, i.turn""")
@NamedQuery(name = "BenchmarkItem.records",
        query = """
                select m.slug, i.question, i.turn, case when i.kind = :grade then a.text else i.text end,
                    case when i.kind = :grade then i.text end, i.score, i.verdict, cast(i.method as String)
                from BenchmarkItem i join i.model m
                left join BenchmarkItem a on i.kind = :grade and a.kind = :answer and a.run = i.run and a.question = i.question
                    and a.turn = i.turn and a.model = i.model
                where i.run.id = :run and m.slug = :model and i.state = :done and i.kind in :kinds order by i.question, i.turn""")
@NamedQuery(name = "BenchmarkItem.begun", query = """
        select i.id, i.question + 1, i.turn, i.kind, m.slug, o.slug, i.state, i.prompt, i.text, i.score, i.verdict,
            cast(i.method as String), i.errorKind, i.errorDetail
        from BenchmarkItem i join i.model m left join i.opponent o
        where i.run.id = ?1 and i.id > ?2 and i.state in ?3 and (?4 is null or m.slug = ?4)
        order by i.id""")
@NamedQuery(name = "BenchmarkItem.earlier", query = """
        select i.id, a.model.id, a.text from BenchmarkItem i
        join BenchmarkItem a on a.run = i.run and a.kind = :answer and a.question = i.question and a.state = :done
            and (a.model.id = i.model.id or a.model.id = i.opponent.id)
        where i.id in :ids order by i.id, a.model.id, a.turn""")
@NamedQuery(name = "BenchmarkItem.failDependent",
        query = """
                update BenchmarkItem set state = :failed, errorKind = :error, settledAt = :now
                where run.id = :run and question = :question and state = :waiting and (model.id = :model or opponent.id = :model)
                    and (turn > :turn or kind <> :answer and turn = :turn)""")
@NamedQuery(name = "BenchmarkItem.hold",
        query = "update BenchmarkItem set state = :held where run.id = :run and state = :waiting")
@NamedQuery(name = "BenchmarkItem.retry",
        query = """
                update BenchmarkItem set state = :waiting, attempts = 0, notBefore = null, errorKind = null, errorDetail = null,
                    prompt = null, text = null, finishReason = null, promptTokens = null, completionTokens = null, settledAt = null
                where run.id = :run and state in :undone""")
public class BenchmarkItem {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "run_id")
    public BenchmarkRun run;

    @Enumerated(EnumType.STRING)
    public RunItemKind kind;

    /** Index in the set, from 0. */
    public int question;

    /** From 1. */
    public int turn;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "model_id")
    public Model model;

    /** The other model of a comparison, else null. */
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "opponent_id")
    public Model opponent;

    /** The called model: the one that answers, or the judge. */
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "callee")
    public Model callee;

    @Enumerated(EnumType.STRING)
    public ItemState state;

    public int attempts;

    public Instant notBefore;

    /** The replica that makes the call, while it is running. */
    public String owner;

    public Instant leaseUntil;

    @JdbcTypeCode(SqlTypes.JSON)
    public List<RunCalls.Sent> prompt;

    public String text;

    public Double score;

    public String verdict;

    @Enumerated(EnumType.STRING)
    public AnswerReading.Method method;

    public String finishReason;

    public Integer promptTokens;

    public Integer completionTokens;

    public String errorKind;

    public String errorDetail;

    public Instant settledAt;

    /** Ends a running call with its answer. */
    void complete(RunCall call, AnswerReading reading, Instant now) {
        settle(ItemState.DONE, call, now);
        score = reading.score();
        verdict = reading.verdict();
        method = reading.method();
    }

    /** Ends a running call for good; {@code call} is null if it couldn't be made. */
    void fail(RunCall call, String kind, String detail, Instant now) {
        settle(ItemState.FAILED, call, now);
        errorKind = kind;
        errorDetail = detail == null ? null : StoredForm.storable(detail);
    }

    private void settle(ItemState next, RunCall call, Instant now) {
        state = state.to(next);
        owner = null;
        leaseUntil = null;
        settledAt = now;
        if (call != null) {
            prompt = call.prompt();
            text = StoredForm.storable(call.text());
            finishReason = call.finishReason();
            promptTokens = call.promptTokens();
            completionTokens = call.completionTokens();
        }
    }

    /** The counts behind a run's progress. */
    record Counts(UUID run, RunState state, Long judge, long total, long done, long failed, long running,
            long promptTokens,
            long completionTokens, long recent, Instant recentSince) {
    }

    /** An answer given earlier in the conversation that a call continues or judges. */
    record Earlier(long item, long model, String text) {
    }

    @ApplicationScoped
    public static class Repository implements PanacheRepositoryBase<BenchmarkItem, Long> {

        /** @param since the time from which settled calls count as recent */
        List<Counts> progress(Collection<UUID> runs, Instant since) {
            return find("#BenchmarkItem.progress",
                    Map.of("ids", runs, "since", since, "done", ItemState.DONE, "failed", ItemState.FAILED, "running",
                            ItemState.RUNNING))
                    .project(Counts.class).list();
        }

        /** The judgements and choices of a run that are stored, without their texts. */
        List<RunCallResult> results(UUID run) {
            return find("#BenchmarkItem.results",
                    Map.of("run", run, "done", ItemState.DONE, "answer", RunItemKind.ANSWER))
                    .project(RunCallResult.class).list();
        }

        /** The raw records of a model in a run. */
        List<RunRecord> records(UUID run, String model) {
            return find("#BenchmarkItem.records",
                    Map.of("run", run, "model", model, "done", ItemState.DONE, "answer", RunItemKind.ANSWER, "grade",
                            RunItemKind.GRADE, "kinds", List.of(RunItemKind.GRADE, RunItemKind.CHOICE)))
                    .project(RunRecord.class).list();
        }

        /**
         * The calls begun, in their order.
         *
         * @param model a slug; null for all
         */
        List<RunCalls.Call> begun(UUID run, long after, Collection<ItemState> states, String model, int max) {
            return find("#BenchmarkItem.begun", run, after, states, model).project(RunCalls.Call.class).page(0, max)
                    .list();
        }

        List<Earlier> earlier(Collection<Long> items) {
            return find("#BenchmarkItem.earlier",
                    Map.of("ids", items, "answer", RunItemKind.ANSWER, "done", ItemState.DONE))
                    .project(Earlier.class).list();
        }

        /** The running call, locked, if it still belongs to that replica. */
        Optional<BenchmarkItem> claimed(long id, String owner) {
            return find("id = ?1 and owner = ?2 and state = ?3", id, owner, ItemState.RUNNING)
                    .withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
        }

        /** Fails the calls that depend on a failed answer. */
        void failDependent(RunItem item, Instant now) {
            RunCallPlan call = item.call();
            update("#BenchmarkItem.failDependent",
                    Map.of("run", item.run(), "question", call.question(), "model", call.model(), "turn", call.turn(),
                            "answer",
                            RunItemKind.ANSWER, "waiting", ItemState.WAITING, "failed", ItemState.FAILED, "error",
                            "NO_ANSWER",
                            "now", now));
        }

        void hold(UUID run) {
            update("#BenchmarkItem.hold",
                    Map.of("run", run, "waiting", ItemState.WAITING, "held", ItemState.HELD));
        }

        boolean anyUndone(UUID run) {
            return count("run.id = ?1 and state <> ?2", run, ItemState.DONE) > 0;
        }

        boolean anyOpen(UUID run) {
            return count("run.id = ?1 and state in ?2", run, ItemState.OPEN) > 0;
        }

        void retry(UUID run) {
            update("#BenchmarkItem.retry",
                    Map.of("run", run, "waiting", ItemState.WAITING, "undone",
                            List.of(ItemState.FAILED, ItemState.HELD)));
        }
    }
}
