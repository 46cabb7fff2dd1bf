package org.dohyo.benchmark.run;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.model.ModelUse;

/** A model is in use once a benchmark run has called it to answer or judge. */
@ApplicationScoped
class RunModelUse implements ModelUse {

    private final BenchmarkRun.Repository runs;
    private final BenchmarkRunModel.Repository models;

    RunModelUse(BenchmarkRun.Repository runs, BenchmarkRunModel.Repository models) {
        this.runs = runs;
        this.models = models;
    }

    @Override
    public boolean uses(long modelId) {
        return models.count("modelId", modelId) > 0 || runs.judgedBy(modelId);
    }
}
