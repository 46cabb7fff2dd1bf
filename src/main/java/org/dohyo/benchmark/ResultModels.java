package org.dohyo.benchmark;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response.Status;

import org.dohyo.account.Audit;
import org.dohyo.model.Model;
import org.dohyo.model.ModelRevision;
import org.dohyo.support.Problem;
import org.hibernate.Session;

/** What other tools call the models that are registered here: mapped once by hand, kept for every later file. */
@ApplicationScoped
public class ResultModels {

    private static final int LONGEST_NAME = 300;
    private static final String SLUG = "[a-z0-9]([a-z0-9._-]{0,98}[a-z0-9])?";

    private final Session database;
    private final Model.Repository models;
    private final ModelRevision.Repository revisions;
    private final Audit audit;
    private final Clock clock;

    ResultModels(Session database, Model.Repository models, ModelRevision.Repository revisions, Audit audit, Clock clock) {
        this.database = database;
        this.models = models;
        this.revisions = revisions;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param model a slug */
    public record Mapping(String name, String model) {

        /** The name as it stands in an address. */
        public String urlEncoded() {
            return URLEncoder.encode(name, StandardCharsets.UTF_8);
        }
    }

    /** All that were mapped, by name. */
    @Transactional
    public List<Mapping> all() {
        return database.createNativeQuery("""
                select n.name, m.slug from benchmark_model_name n join model_summary m on m.id = n.model_id order by n.name""",
                Object[].class).getResultStream().map(row -> new Mapping((String) row[0], (String) row[1])).toList();
    }

    /**
     * The slugs of those names that are known: mapped by hand, a slug itself, or the name of exactly one model.
     *
     * @return by name; a name that isn't known is not in it
     */
    public Map<String, String> slugs(Collection<String> names) {
        Map<String, String> slugs = new HashMap<>();
        database.createNativeQuery(
                """
                        select given.name, coalesce(
                          (select m.slug from benchmark_model_name n join model_summary m on m.id = n.model_id where n.name = given.name),
                          (select slug from model_summary where slug = given.name),
                          (select min(slug) from model_summary where name = given.name having count(*) = 1)) as slug
                        from unnest(cast(:names as text[])) as given (name)""",
                Object[].class)
                .setParameter("names", names.toArray(String[]::new)).getResultStream()
                .filter(row -> row[1] != null).forEach(row -> slugs.put((String) row[0], (String) row[1]));
        return slugs;
    }

    /**
     * From now on that name stands for that model.
     *
     * @param register whether a model that isn't there yet becomes one without an endpoint, that is never drawn
     */
    @Transactional
    public Mapping map(Mapping mapping, boolean register, String who) {
        String name = mapping.name() == null ? "" : mapping.name().strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw wrong("name", "must have 1 to " + LONGEST_NAME + " characters, none of them a control character");
        }
        String slug = mapping.model() == null ? "" : mapping.model();
        if (!slug.matches(SLUG)) {
            throw wrong("model", "must be a slug: a-z, 0-9, dot, hyphen, underscore");
        }
        if (models.findBySlug(slug).isEmpty()) {
            if (!register) {
                throw wrong("model", "is no registered model: " + slug);
            }
            register(slug, name);
        }
        database.createNativeMutationQuery("""
                insert into benchmark_model_name (name, model_id, mapped_at)
                select :name, id, now() from model_summary where slug = :slug
                on conflict (name) do update set model_id = excluded.model_id, mapped_at = excluded.mapped_at""")
                .setParameter("name", name).setParameter("slug", slug).executeUpdate();
        Mapping mapped = new Mapping(name, slug);
        audit.record(who, "map", "benchmark-model:" + name, null, mapped);
        return mapped;
    }

    private void register(String slug, String name) {
        Model model = new Model();
        model.slug = slug;
        model.name = name;
        model.createdAt = clock.instant();
        models.persistAndFlush(model);
        ModelRevision version = new ModelRevision();
        version.modelId = model.id;
        version.revision = 1;
        version.endpointModel = name;
        version.createdAt = clock.instant();
        revisions.persistAndFlush(version);
    }

    /** The name stands for nothing any more; results that came by it stay. */
    @Transactional
    public void forget(String name, String who) {
        if (database.createNativeMutationQuery("delete from benchmark_model_name where name = :name").setParameter("name", name)
                .executeUpdate() == 0) {
            throw Problem.of(Status.NOT_FOUND, "no-such-name", "This name is not mapped.");
        }
        audit.record(who, "forget", "benchmark-model:" + name, Map.of("name", name), null);
    }

    private static RuntimeException wrong(String field, String message) {
        return Problem.field(Status.BAD_REQUEST, field, "body", message);
    }
}
