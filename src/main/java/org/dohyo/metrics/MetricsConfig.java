package org.dohyo.metrics;

import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/** Access to the meters. */
@ConfigMapping(prefix = "dohyo.metrics")
interface MetricsConfig {

    /**
     * A secret of at least 16 characters with which Prometheus reads `/q/metrics` as `Authorization: Bearer …`. Without
     * it only an account of the desk can.
     */
    Optional<String> token();
}
