package org.dohyo.project.board;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.HttpHeaders;

import org.dohyo.account.Audit;
import org.dohyo.project.Criterion;
import org.dohyo.project.Project;
import org.dohyo.project.content.AnsweringModel;
import org.dohyo.project.log.LogSizes;
import org.dohyo.project.people.ProjectAccess;
import org.dohyo.web.QueryParameter;

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

    private View view(Project project, String slug) {
        Criterion criterion = criteria.of(project.id).stream().filter(one -> one.slug.equals(slug)).findFirst()
                .orElse(null);
        QueryParameter.check("criterion", criterion != null, "must be the slug of a criterion of the project");
        Optional<StoredBoard> board = boards.findByIdOptional(criterion.id);
        long newest = sizes.of(project.id);
        return board.map(one -> new View(criterion.slug, criterion.scale.label(), one.logSize, newest, one.computedAt,
                one.judgements, one.annotators, one.models))
                .orElseGet(() -> new View(criterion.slug, criterion.scale.label(), 0, newest, null, 0, 0,
                        models.of(project.id).stream().map(model -> BoardRow.unrated(model.name, 0)).toList()));
    }
}
