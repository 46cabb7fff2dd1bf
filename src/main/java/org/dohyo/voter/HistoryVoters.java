package org.dohyo.voter;

import jakarta.enterprise.context.ApplicationScoped;

import org.jdbi.v3.core.Handle;

/** Adds the voters of imported votes, many at once; each gets a random salt for its public tag, like any voter. */
@ApplicationScoped
public class HistoryVoters {

    private static final String INSERT = """
            insert into voter (import_key, tag_salt, tag, created_at)
            select key, salt, sha256(salt || convert_to(key, 'UTF8')), now()
            from (select key, uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) as salt
                  from (select distinct key from (%s) as imported) as named
                  left join lateral (select true as known from voter where import_key = named.key offset 0) as stored on true
                  where stored.known is null) as salted
            on conflict (import_key) do nothing""";

    /**
     * Adds the voters whose key is new, in the transaction of the handle.
     *
     * @param voters a query of {@code key}, which may repeat
     */
    public void add(Handle handle, String voters) {
        handle.execute(INSERT.formatted(voters));
    }
}
