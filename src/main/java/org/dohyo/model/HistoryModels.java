package org.dohyo.model;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.jdbi.v3.core.Handle;

/** Adds models that occur only in imported votes, many at once. */
@ApplicationScoped
public class HistoryModels {

    private static final String FRESH = """
            select count(*) from unnest(:slugs) as named (slug)
            where not exists (select from model where model.slug = named.slug)""";

    private static final String ALL = "select count(*) from model";

    private static final String NAMED = "select slug, name, 0 as record from unnest(:slugs, :names) as named (slug, name)";

    private static final String INSERT = """
            with made as (
              insert into model (slug, name, created_at)
              select distinct on (slug) slug, name, now() from (%s) as imported order by slug, record
              on conflict (slug) do nothing
              returning id, name)
            insert into model_revision (model_id, revision, endpoint_model, created_at)
            select id, 1, name, now() from made""";

    /**
     * Adds those of a file whose slug is new, in the transaction of the handle; none of them if the arena would have
     * more than {@link ModelLimit#MOST} with them.
     *
     * @param names by slug
     * @return how many models there would be; 0 if none is new
     */
    public long add(Handle handle, Map<String, String> names) {
        List<String> slugs = List.copyOf(names.keySet());
        if (fresh(handle, slugs) == 0) {
            return 0;
        }
        handle.execute(ModelLimit.LOCK);
        long all = fresh(handle, slugs) + handle.createQuery(ALL).mapTo(Long.class).one();
        if (all <= ModelLimit.MOST) {
            handle.createUpdate(INSERT.formatted(NAMED)).bindArray("slugs", String.class, slugs)
                    .bindArray("names", String.class, slugs.stream().map(names::get).toList()).execute();
        }
        return all;
    }

    private static long fresh(Handle handle, List<String> slugs) {
        return handle.createQuery(FRESH).bindArray("slugs", String.class, slugs).mapTo(Long.class).one();
    }

    /**
     * Adds the models of votes that have been accepted, in the transaction of the handle.
     *
     * @param models a query of {@code slug}, {@code name} and {@code record}; the lowest record of a slug gives its
     *        name
     */
    public void addAccepted(Handle handle, String models) {
        handle.execute(INSERT.formatted(models));
    }
}
