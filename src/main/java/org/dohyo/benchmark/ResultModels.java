package org.dohyo.benchmark;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response.Status;

import org.dohyo.account.Audit;
import org.dohyo.model.Model;
import org.dohyo.model.ModelRevision;
import org.dohyo.web.Refusal;

/** The names that other tools use for registered models. They are mapped once by hand and apply to every later file. */
@ApplicationScoped
public class ResultModels {

    private static final int LONGEST_NAME = 300;

    private final ModelName.Repository names;
    private final Model.Repository models;
    private final ModelRevision.Repository revisions;
    private final Audit audit;
    private final Clock clock;

    ResultModels(ModelName.Repository names, Model.Repository models, ModelRevision.Repository revisions, Audit audit,
            Clock clock) {
        this.names = names;
        this.models = models;
        this.revisions = revisions;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param model a slug */
    public record Mapping(String name, String model) {

        /** The name encoded for an address. */
        public String urlEncoded() {
            return URLEncoder.encode(name, StandardCharsets.UTF_8);
        }
    }

    /** All mappings, by name. */
    @Transactional
    public List<Mapping> all() {
        return names.all();
    }

    /**
     * The slugs of those names that are known: mapped by hand, a slug itself, or the name of exactly one model.
     *
     * @return by name, without the unknown ones
     */
    @Transactional
    public Map<String, String> slugs(Collection<String> wanted) {
        Map<String, String> slugs = new HashMap<>();
        Map<String, List<Model>> byName = models.list("name in ?1", wanted).stream()
                .collect(Collectors.groupingBy(model -> model.name));
        byName.forEach((name, namesakes) -> {
            if (namesakes.size() == 1) {
                slugs.put(name, namesakes.get(0).slug);
            }
        });
        models.list("slug in ?1", wanted).forEach(model -> slugs.put(model.slug, model.slug));
        names.of(wanted).forEach(mapping -> slugs.put(mapping.name(), mapping.model()));
        return slugs;
    }

    /**
     * A name in a file that no model is known by.
     *
     * @param guess the slug of the model with the most similar name; null if none is similar
     */
    public record UnknownName(String name, String guess) {
    }

    /** The most similar model for each of the names, in their order. */
    @Transactional
    public List<UnknownName> guesses(Collection<String> unknown) {
        List<Model> all = models.listAll();
        return unknown.stream().map(name -> new UnknownName(name, NameGuess.of(name, all).orElse(null))).toList();
    }

    /**
     * Maps a name to a model.
     *
     * @param register true to register a model that isn't there yet, without an endpoint, so that it is never drawn;
     *        409 if the arena has as many as it can have
     */
    @Transactional
    public Mapping map(Mapping mapping, boolean register, String who) {
        String name = mapping.name() == null ? "" : mapping.name().strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw wrong("name", words -> words.plainName(LONGEST_NAME));
        }
        String slug = mapping.model() == null ? "" : mapping.model();
        if (!slug.matches(Model.SLUG)) {
            throw wrong("model", BenchmarkProblemMessages::slug);
        }
        if (models.findBySlug(slug).isEmpty()) {
            if (!register) {
                throw wrong("model", words -> words.noModel(slug));
            }
            register(slug, name);
        }
        ModelName row = names.findByIdOptional(name).orElseGet(ModelName::new);
        row.name = name;
        row.model = models.findBySlug(slug).orElseThrow();
        row.mappedAt = clock.instant();
        names.persist(row);
        Mapping mapped = new Mapping(name, slug);
        audit.record(who, "map", "benchmark-model:" + name, null, mapped);
        return mapped;
    }

    private void register(String slug, String name) {
        Model model = new Model();
        model.slug = slug;
        model.name = name;
        model.createdAt = clock.instant();
        models.add(model);
        ModelRevision version = new ModelRevision();
        version.modelId = model.id;
        version.revision = 1;
        version.endpointModel = name;
        version.createdAt = clock.instant();
        revisions.persistAndFlush(version);
    }

    /** Removes a mapping; results stored through it stay. */
    @Transactional
    public void forget(String name, String who) {
        if (!names.deleteById(name)) {
            throw Refusal.of(BenchmarkProblemMessages.class, Status.NOT_FOUND, "no-such-name",
                    BenchmarkProblemMessages::notMapped);
        }
        audit.record(who, "forget", "benchmark-model:" + name, Map.of("name", name), null);
    }

    private static Refusal wrong(String field, Function<BenchmarkProblemMessages, String> rule) {
        return Refusal.field(BenchmarkProblemMessages.class, field, rule);
    }
}
