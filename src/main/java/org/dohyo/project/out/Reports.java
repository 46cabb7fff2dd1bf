package org.dohyo.project.out;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.dohyo.project.Criterion;
import org.dohyo.project.Project;
import org.dohyo.project.content.AnsweringModel;
import org.dohyo.project.content.Contents;
import org.dohyo.project.content.Prompt;
import org.dohyo.project.people.Member;
import org.dohyo.project.people.ProjectAccess;
import org.dohyo.project.people.Projects;
import org.dohyo.project.queue.Progress;

/** Makes the report of a project from its judgements up to now. */
@ApplicationScoped
public class Reports {

    /** How many disputed items are on paper. */
    static final int MOST_DISPUTED = 20;

    private final ProjectAccess access;
    private final Projects projects;
    private final Progress progress;
    private final ProjectFigures figures;
    private final Rated.Reader rated;
    private final Criterion.Repository criteria;
    private final AnsweringModel.Repository models;
    private final Prompt.Repository prompts;
    private final Member.Repository members;
    private final Clock clock;

    Reports(ProjectAccess access, Projects projects, Progress progress, ProjectFigures figures, Rated.Reader rated,
            Criterion.Repository criteria, AnsweringModel.Repository models, Prompt.Repository prompts,
            Member.Repository members, Clock clock) {
        this.access = access;
        this.projects = projects;
        this.progress = progress;
        this.figures = figures;
        this.rated = rated;
        this.criteria = criteria;
        this.models = models;
        this.prompts = prompts;
        this.members = members;
        this.clock = clock;
    }

    /** @throws RuntimeException 404 unless the caller may read the project */
    @Transactional
    public Report of(String slug) {
        Project project = access.read(slug).project();
        List<Rated> counted = rated.of(project);
        Map<Long, String> names = models.of(project.id).stream()
                .collect(Collectors.toMap(model -> model.id, model -> model.name));
        List<DisputedItems.Split> disputed = DisputedItems.of(counted, overall(project));
        return new Report(projects.one(slug), clock.instant(), progress.of(slug), prompts.countOf(project.id),
                names.values().stream().sorted().toList(),
                counted.stream().mapToLong(Rated::annotator).distinct().count(),
                members.annotators(project.id).stream().filter(member -> member.leftOutAt != null).count(),
                figures.of(project, counted), disputed.size(),
                shown(disputed.subList(0, Math.min(MOST_DISPUTED, disputed.size())), names));
    }

    private long overall(Project project) {
        return criteria.of(project.id).get(0).id;
    }

    private List<Report.Disputed> shown(List<DisputedItems.Split> splits, Map<Long, String> names) {
        Map<Long, Prompt> asked = prompts
                .list("id in ?1", splits.stream().map(DisputedItems.Split::prompt).distinct().toList()).stream()
                .collect(Collectors.toMap(prompt -> prompt.id, Function.identity()));
        return splits.stream().map(split -> new Report.Disputed(asked.get(split.prompt()).key,
                Contents.preview(asked.get(split.prompt()).turns.get(0)), names.get(split.modelA()), split.first(),
                names.get(split.modelB()), split.second(), split.neither())).toList();
    }
}
