package org.dohyo.battle;

import jakarta.enterprise.context.ApplicationScoped;

import org.jdbi.v3.core.Handle;

/**
 * Adds the battles of imported votes, many at once. They have no texts, and their state is that after the vote. Only
 * the vote names the voter, who never comes here to see own battles.
 */
@ApplicationScoped
public class HistoryBattles {

    private static final String INSERT = """
            insert into battle (id, origin, import_key, blind, model_a, revision_a, model_b, revision_b, state, turn,
              created_at, updated_at)
            select id, '%s', import_key, blind, model_a, revision_a, model_b, revision_b, '%s', turn, cast_at,
              cast_at from (%s) as imported""";

    /**
     * Adds battles in the transaction of the handle.
     *
     * @param battles a query of {@code id}, {@code import_key}, {@code blind}, {@code model_a},
     *        {@code revision_a}, {@code model_b}, {@code revision_b}, {@code turn} and {@code cast_at}
     */
    public void add(Handle handle, String battles) {
        handle.execute(INSERT.formatted(Battle.Origin.IMPORT, BattleState.VOTED, battles));
    }
}
