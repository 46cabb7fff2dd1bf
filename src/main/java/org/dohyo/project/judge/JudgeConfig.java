package org.dohyo.project.judge;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Judges of projects. */
@ConfigMapping(prefix = "dohyo.project.judge")
interface JudgeConfig {

    /** Calls at once to a judging model that sets no number of its own, over all replicas. */
    @WithDefault("4")
    int concurrent();
}
