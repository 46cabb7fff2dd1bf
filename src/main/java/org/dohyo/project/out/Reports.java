package org.dohyo.project.out;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.project.Project;
import org.dohyo.project.Scale;
import org.dohyo.project.board.ProjectBoards;
import org.dohyo.project.content.Contents;
import org.dohyo.project.content.Prompt;
import org.dohyo.project.people.Member;
import org.dohyo.project.people.ProjectAccess;
import org.dohyo.project.people.Projects;
import org.dohyo.project.quality.Estimate;
import org.dohyo.project.quality.QualityReport;
import org.dohyo.project.quality.QualityView;
import org.dohyo.project.quality.QualityViews;
import org.dohyo.project.queue.Progress;

import io.quarkus.narayana.jta.QuarkusTransaction;

/** Puts together the report of a project, from its boards and the figures on its annotators. */
@ApplicationScoped
public class Reports {

    /** How many disputed items are on paper. */
    private static final int MOST_DISPUTED = 20;

    private final ProjectAccess access;
    private final Projects projects;
    private final Progress progress;
    private final ProjectBoards boards;
    private final QualityViews quality;
    private final Prompt.Repository prompts;
    private final Member.Repository members;
    private final Clock clock;

    Reports(ProjectAccess access, Projects projects, Progress progress, ProjectBoards boards, QualityViews quality,
            Prompt.Repository prompts, Member.Repository members, Clock clock) {
        this.access = access;
        this.projects = projects;
        this.progress = progress;
        this.boards = boards;
        this.quality = quality;
        this.prompts = prompts;
        this.members = members;
        this.clock = clock;
    }

    /** @throws RuntimeException 404 unless the caller may read the project */
    public Report of(String slug) {
        // May wait a moment for figures, so outside the transaction.
        QualityView figures = quality.of(slug);
        return QuarkusTransaction.requiringNew().call(() -> report(access.read(slug).project(), figures));
    }

    private Report report(Project project, QualityView figures) {
        Map<String, QualityReport.OfCriterion> agreements = figures.criteria().stream()
                .collect(Collectors.toMap(QualityReport.OfCriterion::slug, Function.identity()));
        List<Report.OfCriterion> criteria = boards.all(project).stream()
                .map(one -> of(one, agreements.get(one.criterion().slug()))).toList();
        return new Report(projects.one(project.slug), clock.instant(), progress.of(project.slug),
                prompts.countOf(project.id), figures.models().stream().sorted().toList(),
                members.annotators(project.id).stream().filter(member -> member.leftOutAt != null).count(), criteria,
                figures.pending(), disputed(project, figures));
    }

    private static Report.OfCriterion of(ProjectBoards.OfCriterion board,
            QualityReport.OfCriterion agreement) {
        boolean ordinal = board.criterion().scale().equals(Scale.FIVE_POINT.label());
        Estimate alpha = agreement == null ? Estimate.NONE : ordinal ? agreement.ordinal() : agreement.nominal();
        return new Report.OfCriterion(board.criterion(), board.board(), alpha, ordinal);
    }

    private List<Report.Disputed> disputed(Project project, QualityView figures) {
        List<QualityView.Disputed> shown = figures.disputed().stream().limit(MOST_DISPUTED).toList();
        Map<String, Prompt> asked = prompts
                .list("projectId = ?1 and key in ?2", project.id,
                        shown.stream().map(one -> one.pair().prompt()).distinct().toList())
                .stream().collect(Collectors.toMap(prompt -> prompt.key, Function.identity()));
        return shown.stream().map(one -> new Report.Disputed(one.pair().prompt(),
                Contents.preview(asked.get(one.pair().prompt()).turns.get(0)), one.pair().modelA(),
                one.votes().first(), one.pair().modelB(), one.votes().second(), one.votes().neither())).toList();
    }
}
