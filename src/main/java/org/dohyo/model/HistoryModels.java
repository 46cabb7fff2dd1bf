package org.dohyo.model;

import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.jdbi.v3.core.Handle;

/** Adds models that occur only in imported votes, many at once. */
@ApplicationScoped
public class HistoryModels {

    private static final String WITH = """
            select case when fresh = 0 then 0 else fresh + (select count(*) from model) end
            from (select count(*) as fresh from unnest(:slugs) as named (slug)
              where not exists (select from model where model.slug = named.slug)) as counted""";

    private static final String INSERT = """
            with made as (
              insert into model (slug, name, created_at)
              select distinct on (slug) slug, name, now() from (%s) as imported order by slug, record
              on conflict (slug) do nothing
              returning id, name)
            insert into model_revision (model_id, revision, endpoint_model, created_at)
            select id, 1, name, now() from made""";

    /** How many models there would be with those, by their slugs; 0 if none of them is new. */
    public static long with(Handle handle, Set<String> slugs) {
        return handle.createQuery(WITH).bindArray("slugs", String.class, slugs).mapTo(Long.class).one();
    }

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
