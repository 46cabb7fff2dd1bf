package org.dohyo.project.judge;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.model.ModelUse;

/** A model is in use once it has judged the items of a project. */
@ApplicationScoped
class JudgeModelUse implements ModelUse {

    private final JudgeRun.Repository runs;

    JudgeModelUse(JudgeRun.Repository runs) {
        this.runs = runs;
    }

    @Override
    public boolean uses(long modelId) {
        return runs.count("modelId", modelId) > 0;
    }
}
