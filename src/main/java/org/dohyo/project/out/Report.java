package org.dohyo.project.out;

import java.time.Instant;
import java.util.List;

import org.dohyo.project.people.Projects;
import org.dohyo.project.queue.Progress;

/**
 * A project on paper.
 *
 * @param annotators who have judged and count
 * @param leftOut annotators whose judgements don't count
 * @param models all, in the order of their names
 * @param disputed how many items are disputed by the overall criterion
 * @param shown the first of them
 */
public record Report(Projects.View project, Instant at, Progress.Figures progress, long prompts, List<String> models,
        long annotators, long leftOut, List<CriterionFigures> criteria, int disputed, List<Disputed> shown) {

    /**
     * An item that some judge one way and some the other.
     *
     * @param prompt its key
     * @param preview the beginning of the prompt
     * @param neither how many judge for neither model
     */
    public record Disputed(String prompt, String preview, String modelA, int forA, String modelB, int forB,
            int neither) {
    }
}
