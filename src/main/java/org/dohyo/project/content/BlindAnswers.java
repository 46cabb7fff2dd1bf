package org.dohyo.project.content;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

/** Which answers people can compare blindly: those that don't name their own model. */
@ApplicationScoped
public class BlindAnswers {

    private static final int BATCH = 2_000;

    private final ContentRows rows;
    private final RecordedAnswer.Repository answers;

    BlindAnswers(ContentRows rows, RecordedAnswer.Repository answers) {
        this.rows = rows;
        this.answers = answers;
    }

    /**
     * Their keys, by prompt, in the caller's transaction. Answers are searched when they are stored; those of a former
     * version are searched first.
     */
    public List<RecordedAnswer.Key> of(long project) {
        search(project);
        return answers.blindIn(project);
    }

    /** The keys of the others among the answers to the prompts, likewise. */
    public Set<RecordedAnswer.Key> naming(long project, Collection<Long> prompts) {
        search(project);
        return answers.naming(prompts).stream().map(RecordedAnswer.Naming::key).collect(Collectors.toSet());
    }

    private void search(long project) {
        boolean more = true;
        while (more) {
            more = rows.searchOwnNames(project, BATCH);
        }
    }

    /** The models with answers that can't be compared, by name; in the caller's transaction. */
    public List<RecordedAnswer.NamingModel> naming(long project) {
        return answers.namingModels(project);
    }
}
