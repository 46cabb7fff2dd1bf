package org.dohyo.web;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Limits of HTTP requests. */
@ConfigMapping(prefix = "dohyo.http")
interface HttpConfig {

    /**
     * The largest request body, imports aside. A body is held in memory while it is read, so more lets strangers use
     * more memory. Imports of votes are streamed and limited by {@code quarkus.http.limits.max-body-size} (4G).
     */
    @WithDefault("2M")
    MemorySize maxBodySize();
}
