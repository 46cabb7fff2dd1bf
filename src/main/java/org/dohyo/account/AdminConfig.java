package org.dohyo.account;

import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The first account. */
@ConfigMapping(prefix = "dohyo.admin")
interface AdminConfig {

    /**
     * The password of the account {@code admin}, at least 12 characters, used by the first start alone; without it, the
     * first start prints a
     * link for setting one.
     */
    Optional<String> password();

    /**
     * Whether this start prints a link for setting a new password of {@code admin}, for an admin who has forgotten it.
     * Anybody who reads the output within the hour can use the link.
     */
    @WithDefault("false")
    boolean resetPassword();
}
