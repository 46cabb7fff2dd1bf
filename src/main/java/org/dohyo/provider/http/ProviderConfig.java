package org.dohyo.provider.http;

import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Calls to models' endpoints. */
@ConfigMapping(prefix = "dohyo.provider")
public interface ProviderConfig {

    /**
     * Whether endpoints may have private or loopback addresses; without it, only where {@code quarkus.http.host} is a
     * loopback address. Allowing it elsewhere gives every admin a way into the network behind the server. Metadata
     * services of clouds are refused in any case.
     */
    Optional<Boolean> allowPrivate();

    /** How long a connection may take. More keeps voters waiting longer for an endpoint that is down. */
    @WithDefault("PT5S")
    Duration connectTimeout();

    /**
     * How long the first byte of a response may take. A cold model may load for a minute or two; more keeps voters
     * waiting longer before another model takes the side.
     */
    @WithDefault("PT2M")
    Duration firstByteTimeout();

    /** How long a response may pause. More keeps voters waiting longer for an endpoint that hangs. */
    @WithDefault("PT1M")
    Duration idleTimeout();

    /** How long a whole answer may take. More lets slow endpoints hold their streams longer. */
    @WithDefault("PT15M")
    Duration answerTimeout();

    /** Connections to one host. More lets one endpoint take more open files of this process. */
    @WithDefault("4096")
    int connectionsPerHost();
}
