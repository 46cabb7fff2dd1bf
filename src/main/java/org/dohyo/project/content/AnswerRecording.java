package org.dohyo.project.content;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Records what endpoints answer, one conversation at a time. */
@ApplicationScoped
public class AnswerRecording {

    private static final int NO_FILE = 0;

    private final ContentRows rows;

    AnswerRecording(ContentRows rows) {
        this.rows = rows;
    }

    /** Adds the models that the project doesn't have; returns the ids of all its models by name. */
    @Transactional
    public Map<String, Long> models(long project, Collection<String> names) {
        return rows.addModels(project, names);
    }

    /**
     * An answer that is there stays.
     *
     * @param turns one for each turn of the prompt
     */
    @Transactional
    public void record(long prompt, long model, List<String> turns) {
        rows.addAnswers(List.of(new ContentRows.NewAnswer(NO_FILE, prompt, model, turns)));
    }
}
