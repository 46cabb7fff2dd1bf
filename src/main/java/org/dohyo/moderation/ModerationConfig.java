package org.dohyo.moderation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The check of prompts. */
@ConfigMapping(prefix = "dohyo.moderation")
interface ModerationConfig {

    /**
     * Prompts of one voter that are checked in a minute; a refused prompt starts no battle, so no other limit counts
     * it. More lets one voter cause more calls to the moderation endpoint.
     */
    @WithDefault("20")
    int checksPerMinute();

    /**
     * First prompts from one network that are checked in a minute. More lets one network cause more calls to the
     * moderation endpoint; less turns newcomers away where many share a network, such as a lecture.
     */
    @WithDefault("200")
    int newcomerChecksPerMinute();
}
