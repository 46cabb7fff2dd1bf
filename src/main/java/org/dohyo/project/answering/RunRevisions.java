package org.dohyo.project.answering;

import java.util.Collection;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.project.content.AskedRevisions;

/** The revisions that answer in runs. */
@ApplicationScoped
class RunRevisions implements AskedRevisions {

    private final AnsweringRun.Repository runs;

    RunRevisions(AnsweringRun.Repository runs) {
        this.runs = runs;
    }

    @Override
    public List<Asked> of(Collection<Long> answering) {
        return runs.asked(answering);
    }
}
