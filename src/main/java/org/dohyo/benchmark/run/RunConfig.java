package org.dohyo.benchmark.run;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Benchmark runs. */
@ConfigMapping(prefix = "dohyo.run")
interface RunConfig {

    /**
     * Calls at once to a model that sets no number of its own, over all replicas. More finishes runs sooner and takes
     * more of the endpoint from the battles.
     */
    @WithDefault("8")
    int concurrent();
}
