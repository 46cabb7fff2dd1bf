package org.dohyo.project.board;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.dohyo.project.Criterion;
import org.dohyo.project.content.AnsweringModel;
import org.dohyo.project.log.LogSizes;

/** Computes the boards of projects whose log has grown. */
@ApplicationScoped
class BoardUpdates {

    private final LogSizes sizes;
    private final Criterion.Repository criteria;
    private final AnsweringModel.Repository models;
    private final BoardVotes votes;
    private final StoredBoard.Repository boards;
    private final Clock clock;

    BoardUpdates(LogSizes sizes, Criterion.Repository criteria, AnsweringModel.Repository models, BoardVotes votes,
            StoredBoard.Repository boards, Clock clock) {
        this.sizes = sizes;
        this.criteria = criteria;
        this.models = models;
        this.votes = votes;
        this.boards = boards;
        this.clock = clock;
    }

    /**
     * Claims the boards of a project, if its log has grown since they were computed, so that one replica computes them.
     *
     * @return the log's size
     */
    @Transactional
    Optional<Long> claim(long projectId) {
        return sizes.claim(projectId);
    }

    /** @throws org.dohyo.rating.NotConvergedException if a board can't be computed; the others stay as they are */
    @Transactional
    void compute(long projectId, long logSize) {
        Map<Long, String> names = models.of(projectId).stream()
                .collect(Collectors.toMap(model -> model.id, model -> model.name));
        for (Criterion criterion : criteria.of(projectId)) {
            store(criterion, logSize, BoardFit.of(criterion.scale, names, votes.of(criterion.id, logSize)));
        }
    }

    private void store(Criterion criterion, long logSize, BoardFit fit) {
        StoredBoard board = boards.findByIdOptional(criterion.id).orElseGet(() -> {
            StoredBoard fresh = new StoredBoard();
            fresh.criterionId = criterion.id;
            fresh.projectId = criterion.projectId;
            return fresh;
        });
        board.logSize = logSize;
        board.judgements = fit.judgements();
        board.annotators = fit.annotators();
        board.models = fit.rows();
        board.computedAt = clock.instant();
        boards.persist(board);
    }
}
