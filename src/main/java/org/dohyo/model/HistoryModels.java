package org.dohyo.model;

import jakarta.enterprise.context.ApplicationScoped;

import org.jdbi.v3.core.Handle;

/** Adds models that occur only in imported votes, many at once. */
@ApplicationScoped
public class HistoryModels {

    private static final String INSERT = """
            with made as (
              insert into model (slug, name, created_at)
              select distinct on (slug) slug, name, now() from (%s) as imported order by slug, record
              on conflict (slug) do nothing
              returning id, name)
            insert into model_revision (model_id, revision, endpoint_model, created_at)
            select id, 1, name, now() from made""";

    /**
     * Adds the models whose slug is new, in the transaction of the handle.
     *
     * @param models a query of {@code slug}, {@code name} and {@code record}; the lowest record of a slug gives its
     *        name
     */
    public void add(Handle handle, String models) {
        handle.execute(INSERT.formatted(models));
    }
}
