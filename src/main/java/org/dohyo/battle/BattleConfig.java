package org.dohyo.battle;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Bounds of battles. Raising the first four lets more through to the endpoints, which is what costs money. */
@ConfigMapping(prefix = "dohyo.battle")
public interface BattleConfig {

    /** Battles of one voter whose answers stream at the same time. */
    @WithDefault("2")
    int streamingPerVoter();

    /** Battles that one voter may start in an hour. */
    @WithDefault("20")
    int perVoterAndHour();

    /** Battles that one network (/24 or /48) may start in an hour. */
    @WithDefault("200")
    int perNetworkAndHour();

    /** Retries of stopped and failed answers in one battle. */
    @WithDefault("10")
    int retriesPerBattle();

    /** Retries of one voter in an hour. */
    @WithDefault("30")
    int retriesPerVoterAndHour();

    /** Streams that one replica runs at the same time; more cost about 10 KB of heap each. */
    @WithDefault("1000")
    int streams();

    /** Characters of a prompt. */
    @WithDefault("60000")
    int promptCharacters();

    /** Turns of a battle. */
    @WithDefault("50")
    int turns();
}
