package org.dohyo.battle;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Bounds of battles. */
@ConfigMapping(prefix = "dohyo.battle")
public interface BattleConfig {

    /** Battles of one voter that stream at the same time. More lets one voter use more of the endpoints at once. */
    @WithDefault("2")
    int streamingPerVoter();

    /** Battles that one voter may start in an hour. More costs more calls, and gives one voter more weight in a day. */
    @WithDefault("20")
    int perVoterAndHour();

    /**
     * Battles that one network (/24 or /48) may start in an hour. Offices and universities share one network; more lets
     * a stranger with many cookies cause more calls.
     */
    @WithDefault("200")
    int perNetworkAndHour();

    /** Retries of stopped and failed answers in one battle. More lets one battle cause more calls. */
    @WithDefault("10")
    int retriesPerBattle();

    /** Retries of one voter in an hour. More lets one voter cause more calls. */
    @WithDefault("30")
    int retriesPerVoterAndHour();

    /** Streams that one replica runs at the same time. More costs about 10 KB of heap each. */
    @WithDefault("1000")
    int streams();

    /** Characters of a prompt. More costs more input tokens, and each turn sends the earlier ones again. */
    @WithDefault("60000")
    int promptCharacters();

    /** Turns of a battle. More costs more input tokens, since each turn sends the earlier ones again. */
    @WithDefault("50")
    int turns();

    /**
     * How long a battle waits for its voter; then it is abandoned. More keeps open battles in the database longer.
     */
    @WithDefault("PT24H")
    Duration abandonedAfter();

    /**
     * How fast people can look at answers, in characters a second, both answers together. A vote that comes sooner
     * after the newest answers' first text is stored and not counted, with a public reason. More lets scripts be
     * faster; 0 counts votes of any speed.
     */
    @WithDefault("500")
    int readingCharactersPerSecond();

    /** The longest time that reading may have to take, however long the answers are. */
    @WithDefault("PT8S")
    Duration readingAtMost();
}
