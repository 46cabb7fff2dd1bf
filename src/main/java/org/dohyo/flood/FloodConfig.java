package org.dohyo.flood;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What floods of prompts and votes cost. */
@ConfigMapping(prefix = "dohyo.flood")
public interface FloodConfig {

    /**
     * Votes that one network (/24 or /48) may cast in an hour; 0 for any number. Offices and universities share one
     * network; more gives a stranger with many cookies more weight.
     */
    @WithDefault("200")
    int votesPerNetworkAndHour();

    /**
     * Prompts and votes of one network in a minute, from which on each further one of it needs a proof of work; 0 for
     * never. Fewer ask people in a busy office, too.
     */
    @WithDefault("60")
    int networkPerMinute();

    /** The same for all networks together; 0 for never. A quiet arena never asks. */
    @WithDefault("600")
    int arenaPerMinute();

    /**
     * How many numbers a proof of work may have to try; half of them on average. A laptop tries some hundred thousand
     * in a second, an old phone a tenth of that. 0 never asks for one.
     */
    @WithDefault("200000")
    int proofNumbers();

    /** How long a challenge can be solved. */
    @WithDefault("PT5M")
    Duration proofValid();
}
