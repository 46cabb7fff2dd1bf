package org.dohyo.project.content;

import java.util.Collection;
import java.util.Set;

/** Which prompts a model was asked in vain. What asks them implements it. */
public interface FailedAnswers {

    /** Those among the prompts whose last call failed for good, in the caller's transaction. */
    Set<RecordedAnswer.Key> among(Collection<Long> prompts);
}
