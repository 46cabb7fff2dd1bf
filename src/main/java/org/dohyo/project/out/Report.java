package org.dohyo.project.out;

import java.time.Instant;
import java.util.List;

import org.dohyo.project.Criterion;
import org.dohyo.project.board.ProjectBoards;
import org.dohyo.project.board.Support;
import org.dohyo.project.people.Projects;
import org.dohyo.project.quality.Estimate;
import org.dohyo.project.queue.Progress;

/**
 * A project on paper.
 *
 * @param leftOut annotators whose judgements don't count
 * @param models all, in the order of their names
 * @param criteria the overall one first
 * @param pending true if newer figures on agreement are being computed
 * @param disputed items about which annotators disagree by the overall criterion, the most disputed first
 */
public record Report(Projects.View project, Instant at, Progress.Figures progress, long prompts, List<String> models,
        long leftOut, List<OfCriterion> criteria, boolean pending, List<Disputed> disputed) {

    /** Annotators who have judged and count, by the overall criterion. */
    public int annotators() {
        return criteria.get(0).board.annotators();
    }

    /** True if some of the newest judgements aren't in the figures yet. */
    public boolean behind() {
        return pending
                || criteria.stream().map(OfCriterion::board).anyMatch(board -> board.logSize() < board.newestLogSize());
    }

    /**
     * What the judgements say by one criterion.
     *
     * @param alpha Krippendorff's, of steps if {@code ordinal}, else of categories
     */
    public record OfCriterion(Criterion.View criterion, ProjectBoards.View board, Estimate alpha, boolean ordinal) {

        /** True if a rating rests on little. */
        public boolean anyPreliminary() {
            return any(Support.PRELIMINARY);
        }

        /** True if judgements don't connect all models that have some. */
        public boolean anyApart() {
            return any(Support.APART);
        }

        private boolean any(Support support) {
            return board.models().stream().anyMatch(row -> row.support() == support);
        }
    }

    /**
     * An item whose judgements differ.
     *
     * @param prompt its key
     * @param preview the beginning of the prompt
     * @param neither how many judge for neither model
     */
    public record Disputed(String prompt, String preview, String modelA, int forA, String modelB, int forB,
            int neither) {
    }
}
