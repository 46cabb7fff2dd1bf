package org.dohyo.account;

import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/** The first account. */
@ConfigMapping(prefix = "dohyo.admin")
interface AdminConfig {

    /**
     * The password of the account {@code admin}, used by the first start alone; without it, the first start prints a
     * link for setting one.
     */
    Optional<String> password();
}
