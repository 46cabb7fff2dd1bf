package org.dohyo.project.judge;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.model.Model;
import org.dohyo.model.endpoint.RunState;
import org.dohyo.project.Criterion;
import org.dohyo.project.Project;
import org.dohyo.project.content.AnsweringModel;
import org.dohyo.project.judgement.CountedJudgements;
import org.dohyo.project.people.ProjectAccess;
import org.dohyo.project.quality.Kept;
import org.dohyo.project.queue.Item;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.core.Vertx;

/** The newest judge of a project, for owners and viewers. */
@ApplicationScoped
public class JudgeViews {

    private final ProjectAccess access;
    private final JudgeRun.Repository runs;
    private final Verdict.Repository verdicts;
    private final Item.Repository items;
    private final AnsweringModel.Repository answering;
    private final Criterion.Repository criteria;
    private final CountedJudgements judgements;
    private final Model.Repository models;
    private final Kept<Basis, JudgeReport> kept;

    JudgeViews(ProjectAccess access, JudgeRun.Repository runs, Verdict.Repository verdicts, Item.Repository items,
            AnsweringModel.Repository answering, Criterion.Repository criteria, CountedJudgements judgements,
            Model.Repository models, Vertx vertx) {
        this.access = access;
        this.runs = runs;
        this.verdicts = verdicts;
        this.items = items;
        this.answering = answering;
        this.criteria = criteria;
        this.judgements = judgements;
        this.models = models;
        this.kept = new Kept<>(vertx, Basis::sameDecisions);
    }

    /** What the figures rest on. */
    private record Basis(long run, RunState state, long settled, CountedJudgements.Stamp people) {

        boolean sameDecisions(Basis other) {
            return run == other.run && state == other.state && people.sameDecisions(other.people);
        }
    }

    /** @throws RuntimeException 404 unless the caller may read the project */
    public JudgeView of(String slug) {
        Project project = access.read(slug).project();
        Optional<JudgeRun> newest = QuarkusTransaction.requiringNew().call(() -> runs.newest(project.id));
        if (newest.isEmpty()) {
            return new JudgeView(null, false, null);
        }
        JudgeRun run = newest.get();
        Basis basis = new Basis(run.id, run.state,
                QuarkusTransaction.requiringNew().call(() -> verdicts.countSettled(run.id)),
                judgements.stamp(project.id));
        Kept.Answer<JudgeReport> answer = kept.of(project.id, basis, () -> QuarkusTransaction.requiringNew()
                .call(() -> figures(project.id, run.id)).report());
        return new JudgeView(QuarkusTransaction.requiringNew().call(() -> run(run)), answer.pending(),
                answer.figures());
    }

    private JudgeView.Run run(JudgeRun run) {
        Map<Verdict.State, Verdict.Sum> sums = new EnumMap<>(Verdict.State.class);
        verdicts.sums(run.id).forEach(sum -> sums.put(sum.state(), sum));
        Model model = models.findById(run.modelId);
        return new JudgeView.Run(run.id, model.slug, model.name, run.state.label(), run.startedBy, run.startedAt,
                run.endedAt, sums.values().stream().mapToLong(Verdict.Sum::calls).sum(),
                calls(sums, Verdict.State.READ),
                calls(sums, Verdict.State.UNREADABLE), calls(sums, Verdict.State.FAILED),
                sums.values().stream().mapToLong(Verdict.Sum::promptTokens).sum(),
                sums.values().stream().mapToLong(Verdict.Sum::completionTokens).sum(), run.template);
    }

    private static long calls(Map<Verdict.State, Verdict.Sum> sums, Verdict.State state) {
        return sums.containsKey(state) ? sums.get(state).calls() : 0;
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
