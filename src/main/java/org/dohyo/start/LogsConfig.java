package org.dohyo.start;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The form of the log. */
@ConfigMapping(prefix = "dohyo.logs")
interface LogsConfig {

    /**
     * Writes the log and the lines of the start as JSON, one object a line, for a program that collects logs. A person
     * reads the default more easily.
     */
    @WithDefault("false")
    boolean json();
}
