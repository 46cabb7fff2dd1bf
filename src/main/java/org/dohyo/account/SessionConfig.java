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

    /**
     * Whether people can sign in by name and password. Without it the identity provider of {@code dohyo.oidc.issuer} is
     * the only way in, so nobody signs in while it is down; API tokens still work.
     */
    @WithDefault("true")
    boolean local();
}
