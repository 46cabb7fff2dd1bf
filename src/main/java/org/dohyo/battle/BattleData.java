package org.dohyo.battle;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/**
 * One room's data about battles and their voters. Each room with such data implements it as a bean; the voter's export
 * and erasure, and a moderator's erasure of one conversation, call all of them by descending priority.
 */
public interface BattleData {

    /** The members of each battle in its voter's export; a value may be null. */
    Map<UUID, Map<String, Object>> export(Collection<UUID> battles);

    /** Erases the texts that people or models wrote, in the caller's transaction, which holds the battles' rows. */
    void eraseTexts(Collection<UUID> battles);

    /** The voter wants the battle kept out of public data, in the caller's transaction, which holds the battle's row. */
    default void withhold(UUID battle) {
    }

    /** Removes the link from the battles to their voter; called after {@link #eraseTexts} in the same transaction. */
    void forgetVoter(Collection<UUID> battles);
}
