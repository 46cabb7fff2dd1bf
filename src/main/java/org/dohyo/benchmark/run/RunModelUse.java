package org.dohyo.benchmark.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.dohyo.model.ModelUse;

/** A model is in use once a benchmark run asks it or has it judge. */
@ApplicationScoped
class RunModelUse implements ModelUse {

    private final EntityManager entities;

    RunModelUse(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public boolean uses(long modelId) {
        return (Boolean) entities.createNativeQuery("""
                select exists (select 1 from benchmark_run_model where model_id = :id)
                    or exists (select 1 from benchmark_run where judge_id = :id)""", Boolean.class)
                .setParameter("id", modelId).getSingleResult();
    }
}
