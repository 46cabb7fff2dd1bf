package org.dohyo.project.out;

import java.util.List;

import org.dohyo.project.Project;

/** Where the report has its boards and its agreement from. */
interface ProjectFigures {

    /**
     * The figures by each criterion, in the order of the criteria.
     *
     * @param rated all preferences that count
     */
    List<CriterionFigures> of(Project project, List<Rated> rated);
}
