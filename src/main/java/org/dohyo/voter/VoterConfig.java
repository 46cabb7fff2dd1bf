package org.dohyo.voter;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Who may start battles and vote. */
@ConfigMapping(prefix = "dohyo.voter")
interface VoterConfig {

    /**
     * Whether only signed-in people may start battles and vote: by `dohyo.oidc.issuer` or by an account of the desk. A
     * person is then one voter on all devices. Nobody else learns who a voter is; the database has a hash.
     */
    @WithDefault("false")
    boolean signIn();
}
