package org.dohyo.integrity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The detectors of votes that don't come from people who judge answers. */
@ConfigMapping(prefix = "dohyo.integrity")
interface IntegrityConfig {

    /**
     * Whether new votes are judged. Suspicious ones have no weight until a moderator has reviewed them; those against
     * which the evidence is strong are excluded, with a public reason. Imported votes are never judged.
     */
    @WithDefault("true")
    boolean detect();
}
