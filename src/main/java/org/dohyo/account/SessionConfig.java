package org.dohyo.account;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Sessions of the desk. */
@ConfigMapping(prefix = "dohyo.session")
interface SessionConfig {

    /** How long a sign-in lasts. More is more comfortable and gives a stolen cookie more time. */
    @WithDefault("PT12H")
    Duration lifetime();
}
