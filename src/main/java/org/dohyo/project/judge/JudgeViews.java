package org.dohyo.project.judge;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.model.Model;
import org.dohyo.project.Criterion;
import org.dohyo.project.Project;
import org.dohyo.project.content.AnsweringModel;
import org.dohyo.project.judgement.CountedJudgements;
import org.dohyo.project.people.ProjectAccess;
import org.dohyo.project.queue.Item;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * The newest judge of a project, for owners and viewers. Its figures are kept until somebody judges or decides, and
 * computed anew only so often that it takes a tenth of the time.
 */
@ApplicationScoped
public class JudgeViews {

    private static final int MOST_PROJECTS = 50;
    private static final int REST = 10;

    private final ProjectAccess access;
    private final JudgeRun.Repository runs;
    private final Verdict.Repository verdicts;
    private final Item.Repository items;
    private final AnsweringModel.Repository answering;
    private final Criterion.Repository criteria;
    private final CountedJudgements judgements;
    private final Model.Repository models;
    private final Cache<Long, Computed> computed = Caffeine.newBuilder().maximumSize(MOST_PROJECTS).build();

    JudgeViews(ProjectAccess access, JudgeRun.Repository runs, Verdict.Repository verdicts, Item.Repository items,
            AnsweringModel.Repository answering, Criterion.Repository criteria, CountedJudgements judgements,
            Model.Repository models) {
        this.access = access;
        this.runs = runs;
        this.verdicts = verdicts;
        this.items = items;
        this.answering = answering;
        this.criteria = criteria;
        this.judgements = judgements;
        this.models = models;
    }

    /** What the figures rest on. */
    private record Basis(long run, long settled, CountedJudgements.Stamp people) {

        boolean sameDecisions(Basis other) {
            return run == other.run && people.sameDecisions(other.people);
        }
    }

    private record Computed(Basis basis, JudgeReport report, long begun, long nanos) {

        boolean isGood(Basis now) {
            return basis.equals(now) || basis.sameDecisions(now) && System.nanoTime() - begun < REST * nanos;
        }
    }

    /** @throws RuntimeException 404 unless the caller may read the project */
    public JudgeView of(String slug) {
        Project project = access.read(slug).project();
        Optional<JudgeRun> newest = QuarkusTransaction.requiringNew().call(() -> runs.newest(project.id));
        if (newest.isEmpty()) {
            return new JudgeView(null, null);
        }
        JudgeRun run = newest.get();
        Basis basis = new Basis(run.id, QuarkusTransaction.requiringNew().call(() -> verdicts.countSettled(run.id)),
                judgements.stamp(project.id));
        JudgeReport report = computed.asMap().compute(project.id,
                (id, known) -> known != null && known.isGood(basis) ? known : compute(id, basis)).report;
        return new JudgeView(QuarkusTransaction.requiringNew().call(() -> run(run)), report);
    }

    private JudgeView.Run run(JudgeRun run) {
        Map<Verdict.State, Verdict.Sum> sums = new EnumMap<>(Verdict.State.class);
        verdicts.sums(run.id).forEach(sum -> sums.put(sum.state(), sum));
        Model model = models.findById(run.modelId);
        return new JudgeView.Run(model.slug, model.name, run.state.label(), run.startedBy, run.startedAt, run.endedAt,
                sums.values().stream().mapToLong(Verdict.Sum::calls).sum(), calls(sums, Verdict.State.READ),
                calls(sums, Verdict.State.UNREADABLE), calls(sums, Verdict.State.FAILED),
                sums.values().stream().mapToLong(Verdict.Sum::promptTokens).sum(),
                sums.values().stream().mapToLong(Verdict.Sum::completionTokens).sum(), run.template);
    }

    private static long calls(Map<Verdict.State, Verdict.Sum> sums, Verdict.State state) {
        return sums.containsKey(state) ? sums.get(state).calls() : 0;
    }

    private Computed compute(long project, Basis basis) {
        long begun = System.nanoTime();
        JudgeReport report = QuarkusTransaction.requiringNew().call(() -> figures(project, basis.run)).report();
        return new Computed(basis, report, begun, System.nanoTime() - begun);
    }

    private JudgeFigures figures(long project, long run) {
        List<JudgeFigures.PlannedItem> planned = items.find("""
                select id, promptId, modelA, modelB from Item where projectId = ?1 and known is null order by place""",
                project).project(JudgeFigures.PlannedItem.class).list();
        return new JudgeFigures(
                answering.of(project).stream().collect(Collectors.toMap(one -> one.id, one -> one.name)), planned,
                judgements.of(criteria.of(project).get(0).id), verdicts.read(run));
    }
}
