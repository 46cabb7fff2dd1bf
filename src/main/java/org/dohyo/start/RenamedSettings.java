package org.dohyo.start;

import java.util.Map;

import io.smallrye.config.FallbackConfigSourceInterceptor;

/**
 * Reads a renamed setting under its former name where the new one isn't set. The names of environment variables have
 * not changed, since a dot and a hyphen are the same underscore there.
 */
public class RenamedSettings extends FallbackConfigSourceInterceptor {

    private static final long serialVersionUID = 1;

    /** Former names by the present ones. */
    static final Map<String, String> FORMER = Map.of("dohyo.data.dir", "dohyo.data-dir", "dohyo.secret.key",
            "dohyo.secret-key", "dohyo.admin.password", "dohyo.admin-password", "dohyo.public.url", "dohyo.public-url");

    public RenamedSettings() {
        super(FORMER);
    }
}
