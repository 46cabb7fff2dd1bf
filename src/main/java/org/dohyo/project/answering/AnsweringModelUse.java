package org.dohyo.project.answering;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.model.ModelUse;

/** A model is in use once it was asked the prompts of a project. */
@ApplicationScoped
class AnsweringModelUse implements ModelUse {

    private final AnsweringRun.Repository runs;

    AnsweringModelUse(AnsweringRun.Repository runs) {
        this.runs = runs;
    }

    @Override
    public boolean uses(long modelId) {
        return runs.count("modelId", modelId) > 0;
    }
}
