package org.dohyo.web;

import java.util.List;
import java.util.Optional;

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

    /**
     * The host names by which the arena is reached, separated by commas. Calls by any other name are refused, so that
     * no
     * other site can point a name of its own at an arena in a private network. Without it every name is accepted.
     */
    Optional<List<String>> hosts();
}
