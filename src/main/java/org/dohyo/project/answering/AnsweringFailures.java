package org.dohyo.project.answering;

import java.util.Collection;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.project.content.FailedAnswers;
import org.dohyo.project.content.RecordedAnswer;

/** The prompts that endpoints failed to answer. */
@ApplicationScoped
class AnsweringFailures implements FailedAnswers {

    private final AnsweringCall.Repository calls;

    AnsweringFailures(AnsweringCall.Repository calls) {
        this.calls = calls;
    }

    @Override
    public Set<RecordedAnswer.Key> among(Collection<Long> prompts) {
        return Set.copyOf(calls.failed(prompts));
    }
}
