package org.dohyo.project.judgement;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.dohyo.project.Criterion;
import org.dohyo.project.Project;

/** The questions that annotators are asked about two answers. */
@ApplicationScoped
public class JudgedCriteria {

    private final Criterion.Repository criteria;

    JudgedCriteria(Criterion.Repository criteria) {
        this.criteria = criteria;
    }

    /**
     * @param name empty for the overall criterion without words of its own
     * @param choices the names of the preferences, in the order of the page
     */
    public record Question(String slug, String name, boolean required, List<String> choices) {
    }

    @Transactional
    public List<Question> of(Project project) {
        return criteria.of(project.id).stream().map(one -> new Question(one.slug, one.name, one.required,
                Preference.on(one.scale).stream().map(Preference::name).toList())).toList();
    }
}
