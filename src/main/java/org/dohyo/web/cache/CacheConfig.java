package org.dohyo.web.cache;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The caches of public pages and data. */
@ConfigMapping(prefix = "dohyo.cache")
interface CacheConfig {

    /**
     * Memory of each of the three caches (responses, pages, data). More helps arenas whose readers use many filters;
     * less makes the same pages anew more often.
     */
    @WithDefault("64M")
    MemorySize size();
}
