package org.dohyo.project.board;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.HttpHeaders;

import org.dohyo.account.Audit;
import org.dohyo.project.Criterion;
import org.dohyo.project.ProblemMessages;
import org.dohyo.project.Project;
import org.dohyo.project.content.AnsweringModel;
import org.dohyo.project.log.LogSizes;
import org.dohyo.project.people.ProjectAccess;
import org.dohyo.web.ParameterPlace;

/** Reads a project's boards, as they were computed in the background. */
@ApplicationScoped
public class ProjectBoards {

    private final BoardAccess access;
    private final ProjectAccess owners;
    private final Criterion.Repository criteria;
    private final AnsweringModel.Repository models;
    private final StoredBoard.Repository boards;
    private final LogSizes sizes;
    private final Lines lines;
    private final Audit audit;

    ProjectBoards(BoardAccess access, ProjectAccess owners, Criterion.Repository criteria,
            AnsweringModel.Repository models, StoredBoard.Repository boards, LogSizes sizes, Lines lines,
            Audit audit) {
        this.access = access;
        this.owners = owners;
        this.criteria = criteria;
        this.models = models;
        this.boards = boards;
        this.sizes = sizes;
        this.lines = lines;
        this.audit = audit;
    }

    /**
     * @param logSize the size of the project's log from which the board was computed; 0 before the first
     * @param newestLogSize the size that the log has by now
     * @param computedAt null before the first judgement
     * @param models by rank; then those without one, by name
     */
    public record View(String criterion, String scale, long logSize, long newestLogSize, Instant computedAt,
            long judgements, int annotators, List<BoardRow> models) {
    }

    /** A criterion and its board. */
    public record OfCriterion(Criterion.View criterion, View board) {
    }

    /** Who may see the boards beside owners and viewers. */
    public record Readers(boolean annotators) {
    }

    /**
     * What the page of the boards shows.
     *
     * @param criteria all of the project, the overall one first
     * @param member false for an annotator
     */
    public record Page(String slug, String name, boolean member, boolean owner, boolean annotators,
            List<Criterion.View> criteria, View board, List<Lines.Line> lines) {
    }

    /**
     * @param criterion its slug
     * @throws RuntimeException 404 unless the caller may see the boards, 400 if the project has no such criterion
     */
    @Transactional
    public View of(String slug, String criterion, HttpHeaders headers) {
        return view(access.of(slug, headers).project(), criterion);
    }

    /** As {@link #of}. */
    @Transactional
    public Page page(String slug, String criterion, HttpHeaders headers) {
        BoardAccess.Reader reader = access.of(slug, headers);
        Project project = reader.project();
        return new Page(project.slug, project.name, reader.member(), reader.owner(), project.annotatorsSeeBoard,
                criteria.of(project.id).stream().map(Criterion::view).toList(), view(project, criterion),
                lines.in(project.id));
    }

    /**
     * Opens the boards to annotators, or closes them.
     *
     * @throws RuntimeException 404 unless the caller owns the project
     */
    @Transactional
    public Readers open(String slug, boolean annotators, String who) {
        Project project = owners.own(slug);
        Readers before = new Readers(project.annotatorsSeeBoard);
        project.annotatorsSeeBoard = annotators;
        Readers after = new Readers(annotators);
        audit.record(who, "change", "project:" + project.slug, before, after);
        return after;
    }

    /** The boards by all criteria, the overall one first, in the caller's transaction. */
    public List<OfCriterion> all(Project project) {
        Map<Long, StoredBoard> stored = boards.list("projectId", project.id).stream()
                .collect(Collectors.toMap(board -> board.criterionId, Function.identity()));
        List<String> names = models.of(project.id).stream().map(model -> model.name).toList();
        long newest = sizes.of(project.id);
        return criteria.of(project.id).stream()
                .map(one -> new OfCriterion(one.view(), view(one, stored.get(one.id), names, newest))).toList();
    }

    private View view(Project project, String slug) {
        OfCriterion found = all(project).stream().filter(one -> one.criterion.slug().equals(slug)).findFirst()
                .orElse(null);
        ParameterPlace.QUERY.check(ProblemMessages.class, "criterion", found != null, ProblemMessages::criterionSlug);
        return found.board;
    }

    /** @param board null before the first judgement */
    private static View view(Criterion criterion, StoredBoard board, List<String> names, long newest) {
        String scale = criterion.scale.label();
        return board == null
                ? new View(criterion.slug, scale, 0, newest, null, 0, 0,
                        names.stream().map(name -> BoardRow.unrated(name, 0)).toList())
                : new View(criterion.slug, scale, board.logSize, newest, board.computedAt, board.judgements,
                        board.annotators, board.models);
    }
}
