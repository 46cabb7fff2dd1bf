package org.dohyo.project.answering;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.dohyo.model.Model;
import org.dohyo.project.Project;
import org.dohyo.project.content.AnsweringModel;
import org.dohyo.project.people.ProjectAccess;

/** How far the models are, for owners and viewers. */
@ApplicationScoped
public class AnsweringViews {

    private final ProjectAccess access;
    private final AnsweringRun.Repository runs;
    private final AnsweringCall.Repository calls;
    private final AnsweringModel.Repository answering;
    private final Model.Repository models;

    AnsweringViews(ProjectAccess access, AnsweringRun.Repository runs, AnsweringCall.Repository calls,
            AnsweringModel.Repository answering, Model.Repository models) {
        this.access = access;
        this.runs = runs;
        this.calls = calls;
        this.answering = answering;
        this.models = models;
    }

    /** @throws RuntimeException 404 unless the caller may read the project */
    @Transactional
    public AnsweringView of(String slug) {
        Project project = access.read(slug).project();
        List<AnsweringRun> newest = runs.newest(project.id);
        List<Long> ids = newest.stream().map(run -> run.id).toList();
        Map<Long, List<AnsweringCall.Sum>> sums = calls.sums(ids).stream()
                .collect(Collectors.groupingBy(AnsweringCall.Sum::run));
        Map<Long, List<AnsweringCall.Reason>> reasons = calls.reasons(ids).stream()
                .collect(Collectors.groupingBy(AnsweringCall.Reason::run));
        Map<Long, String> names = answering.of(project.id).stream()
                .collect(Collectors.toMap(one -> one.id, one -> one.name));
        Map<Long, Model> asked = models.list("id in ?1", newest.stream().map(run -> run.modelId).distinct().toList())
                .stream().collect(Collectors.toMap(model -> model.id, Function.identity()));
        return new AnsweringView(newest.stream().map(run -> run(run, names.get(run.answeringId),
                asked.get(run.modelId), sums.getOrDefault(run.id, List.of()), reasons.getOrDefault(run.id, List.of())))
                .toList());
    }

    private static AnsweringView.Run run(AnsweringRun run, String name, Model model, List<AnsweringCall.Sum> sums,
            List<AnsweringCall.Reason> reasons) {
        return new AnsweringView.Run(run.id, name, model.slug, model.name, run.state.label(), run.startedBy,
                run.startedAt, run.endedAt, sums.stream().mapToLong(AnsweringCall.Sum::prompts).sum(),
                prompts(sums, AnsweringCall.State.ANSWERED), prompts(sums, AnsweringCall.State.FAILED),
                sums.stream().mapToLong(AnsweringCall.Sum::promptTokens).sum(),
                sums.stream().mapToLong(AnsweringCall.Sum::completionTokens).sum(),
                reasons.stream().map(reason -> new AnsweringView.Failure(reason.code(), reason.prompts())).toList());
    }

    private static long prompts(List<AnsweringCall.Sum> sums, AnsweringCall.State state) {
        return sums.stream().filter(sum -> sum.state() == state).mapToLong(AnsweringCall.Sum::prompts).sum();
    }
}
