package org.dohyo.replica;

import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/** Several processes of the arena over one database. */
@ConfigMapping(prefix = "dohyo.replica")
public interface ReplicaConfig {

    /**
     * The address at which the other replicas reach this one, such as {@code http://10.0.0.7:8080}. Without it the
     * address from which this process reaches the database is taken, with its own port.
     */
    Optional<String> url();
}
