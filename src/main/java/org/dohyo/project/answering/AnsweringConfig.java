package org.dohyo.project.answering;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Answers of endpoints to the prompts of projects. */
@ConfigMapping(prefix = "dohyo.project.answering")
interface AnsweringConfig {

    /** Calls at once to an answering model that sets no number of its own, over all replicas. */
    @WithDefault("4")
    int concurrent();
}
