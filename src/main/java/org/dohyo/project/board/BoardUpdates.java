package org.dohyo.project.board;

import java.time.Clock;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.dohyo.project.Criterion;
import org.dohyo.project.content.AnsweringModel;
import org.dohyo.project.log.LogSizes;
import org.dohyo.rating.NotConvergedException;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/** Computes the boards of projects whose log has grown. */
@ApplicationScoped
class BoardUpdates {

    private static final Logger LOG = Logger.getLogger(BoardUpdates.class);
    private static final String LOCK = "select pg_try_advisory_xact_lock(hashtext('dohyo.project-boards'), :key)";

    private final Jdbi jdbi;
    private final LogSizes sizes;
    private final Criterion.Repository criteria;
    private final AnsweringModel.Repository models;
    private final BoardVotes votes;
    private final StoredBoard.Repository boards;
    private final Clock clock;

    BoardUpdates(Jdbi jdbi, LogSizes sizes, Criterion.Repository criteria, AnsweringModel.Repository models,
            BoardVotes votes, StoredBoard.Repository boards, Clock clock) {
        this.jdbi = jdbi;
        this.sizes = sizes;
        this.criteria = criteria;
        this.models = models;
        this.votes = votes;
        this.boards = boards;
        this.clock = clock;
    }

    /** Computes a project's boards, unless another replica is about to. */
    @Transactional
    void update(long projectId) {
        if (!locked(projectId)) {
            return;
        }
        long size = sizes.of(projectId);
        Map<Long, String> names = models.of(projectId).stream()
                .collect(Collectors.toMap(model -> model.id, model -> model.name));
        for (Criterion criterion : criteria.of(projectId)) {
            try {
                store(criterion, size, BoardFit.of(criterion.scale, names, votes.of(criterion.id, size)));
            } catch (NotConvergedException e) {
                LOG.errorf("The board of criterion %d keeps its older figures: %s", criterion.id, e.getMessage());
            }
        }
        sizes.computed(projectId, size);
    }

    private boolean locked(long projectId) {
        return jdbi.withHandle(handle -> handle.createQuery(LOCK).bind("key", Long.hashCode(projectId))
                .mapTo(Boolean.class).one());
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
