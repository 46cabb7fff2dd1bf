package org.dohyo.traces;

import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/** Where traces go. */
@ConfigMapping(prefix = "dohyo.traces")
interface TracesConfig {

    /**
     * The address of an OpenTelemetry collector that takes traces by OTLP over HTTP, such as `http://collector:4318`.
     * Without it nothing is traced. Traces name models and battles, never voters, prompts, answers or keys.
     */
    Optional<String> endpoint();
}
