package org.dohyo.support.embedded;

import java.nio.file.Path;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where the arena keeps its files. */
@ConfigMapping(prefix = "dohyo.data")
public interface DataConfig {

    /**
     * The directory of the embedded database and of the key file. With a database of your own only the key file is in
     * it.
     */
    @WithDefault("data")
    Path dir();
}
