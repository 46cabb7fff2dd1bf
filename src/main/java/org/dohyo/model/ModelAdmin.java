package org.dohyo.model;

import java.net.URI;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response.Status;

import org.dohyo.account.Audit;
import org.dohyo.provider.AddressGuard;
import org.dohyo.provider.Endpoint;
import org.dohyo.provider.Protocol;
import org.dohyo.support.Problem;
import org.hibernate.exception.ConstraintViolationException;

/** What an admin does with models. Each write leaves its trace in the same transaction. */
@ApplicationScoped
public class ModelAdmin {

    private static final Set<String> CHANGEABLE = Set.of("name", "organization", "license", "openWeights", "protocol",
            "baseUrl", "modelId", "apiKey", "systemPrompt", "parameters", "weight", "enabled");
    private static final Pattern SLUG = Pattern.compile("[a-z0-9]([a-z0-9._-]{0,98}[a-z0-9])?");

    private final Model.Repository models;
    private final ModelRevision.Repository revisions;
    private final Endpoints endpoints;
    private final Secrets secrets;
    private final Audit audit;
    private final Clock clock;
    private final EntityManager entities;
    private final AddressGuard addresses;

    ModelAdmin(Model.Repository models, ModelRevision.Repository revisions, Endpoints endpoints, Secrets secrets,
            Audit audit, Clock clock, EntityManager entities, AddressGuard addresses) {
        this.models = models;
        this.revisions = revisions;
        this.endpoints = endpoints;
        this.secrets = secrets;
        this.audit = audit;
        this.clock = clock;
        this.entities = entities;
        this.addresses = addresses;
    }

    @Transactional
    public List<ModelView> all() {
        return models.list("order by slug").stream().map(this::view).toList();
    }

    @Transactional
    public ModelView one(String slug) {
        return view(find(slug));
    }

    @Transactional
    public ModelView create(Map<String, Object> request, String who) {
        Set<String> known = new HashSet<>(CHANGEABLE);
        known.add("slug");
        known.add("credentials");
        Fields fields = new Fields(request, known);
        Model model = new Model();
        model.slug = slug(fields);
        model.name = fields.required("name");
        model.protocol = protocol(fields);
        model.createdAt = clock.instant();
        model.enabled = !fields.has("enabled") || fields.flag("enabled");
        refuseCredentials(fields);
        apply(fields, model);
        ModelRevision version = new ModelRevision();
        version.revision = 1;
        version.endpointModel = fields.required("modelId");
        version.createdAt = clock.instant();
        apply(fields, version);
        checkWhole(model);
        insert(model);
        version.modelId = model.id;
        revisions.persistAndFlush(version);
        return traced(who, "create", null, model);
    }

    @Transactional
    public ModelView change(String slug, Map<String, Object> request, String who) {
        Fields fields = new Fields(request, CHANGEABLE);
        Model model = find(slug);
        entities.refresh(model, LockModeType.PESSIMISTIC_WRITE);
        ModelView before = view(model);
        if (fields.has("name")) {
            model.name = fields.required("name");
        }
        if (fields.has("protocol")) {
            model.protocol = protocol(fields);
        }
        if (fields.has("enabled")) {
            model.enabled = fields.flag("enabled");
        }
        apply(fields, model);
        checkWhole(model);
        revise(fields, model);
        entities.flush();
        return traced(who, "change", before, model);
    }

    @Transactional
    public void retire(String slug, String who) {
        Model model = find(slug);
        entities.refresh(model, LockModeType.PESSIMISTIC_WRITE);
        if (model.retiredAt != null) {
            return;
        }
        ModelView before = view(model);
        model.enabled = false;
        model.retiredAt = clock.instant();
        entities.flush();
        traced(who, "retire", before, model);
    }

    /** The endpoint that a battle would be fought with now. */
    @Transactional
    public Endpoint endpoint(String slug) {
        Model model = find(slug);
        if (model.protocol == null) {
            throw Problem.of(Status.CONFLICT, "no-endpoint", "This model is known from imported votes alone.");
        }
        return endpoints.of(model.id, model.revision);
    }

    private void apply(Fields fields, Model model) {
        if (fields.has("organization")) {
            model.organization = Objects.requireNonNullElse(fields.text("organization"), "");
        }
        if (fields.has("license")) {
            model.license = Objects.requireNonNullElse(fields.text("license"), "");
        }
        if (fields.has("openWeights")) {
            model.openWeights = fields.flag("openWeights");
        }
        if (fields.has("weight")) {
            model.weight = fields.weight("weight");
        }
        if (fields.has("baseUrl")) {
            model.baseUrl = fields.text("baseUrl") == null ? null : baseUrl(fields.required("baseUrl"));
        }
        if (fields.has("apiKey")) {
            String key = fields.text("apiKey");
            model.apiKeyCipher = key == null || key.isEmpty() ? null : secrets.encrypt(key, model.apiKeyPlace());
        }
    }

    private static void apply(Fields fields, ModelRevision version) {
        if (fields.has("modelId")) {
            version.endpointModel = fields.required("modelId");
        }
        if (fields.has("systemPrompt")) {
            version.systemPrompt = fields.text("systemPrompt");
        }
        if (fields.has("parameters")) {
            version.parameters = fields.object("parameters");
        }
    }

    /** Answers already given belong to the revision that gave them, so from then on a change makes the next one. */
    private void revise(Fields fields, Model model) {
        ModelRevision now = revisions.findById(new ModelRevision.Key(model.id, model.revision));
        ModelRevision next = new ModelRevision();
        next.modelId = model.id;
        next.createdAt = clock.instant();
        if (now != null) {
            next.endpointModel = now.endpointModel;
            next.systemPrompt = now.systemPrompt;
            next.parameters = now.parameters;
        }
        apply(fields, next);
        if (next.endpointModel == null || now != null && same(now, next)) {
            return;
        }
        if (now != null && !fought(model)) {
            apply(fields, now);
            return;
        }
        model.revision = now == null ? model.revision : model.revision + 1;
        next.revision = model.revision;
        revisions.persist(next);
    }

    private static boolean same(ModelRevision a, ModelRevision b) {
        return Objects.equals(a.endpointModel, b.endpointModel) && Objects.equals(a.systemPrompt, b.systemPrompt)
                && Objects.equals(a.parameters, b.parameters);
    }

    private boolean fought(Model model) {
        return (Boolean) entities.createNativeQuery(
                "select exists (select 1 from battle where model_a = :id or model_b = :id)", Boolean.class)
                .setParameter("id", model.id).getSingleResult();
    }

    private static String slug(Fields fields) {
        String slug = fields.required("slug");
        if (!SLUG.matcher(slug).matches()) {
            throw Fields.wrong("slug", "must be 1 to 100 of a-z, 0-9, '.', '_', '-', with a letter or digit at both ends");
        }
        return slug;
    }

    private static String protocol(Fields fields) {
        try {
            return Protocol.ofLabel(fields.required("protocol")).label();
        } catch (IllegalArgumentException e) {
            throw Fields.wrong("protocol", "must be openai or demo");
        }
    }

    private static void refuseCredentials(Fields fields) {
        if (!fields.object("credentials").isEmpty()) {
            throw Fields.wrong("credentials", "are not used by this protocol");
        }
    }

    private String baseUrl(String text) {
        URI url;
        try {
            url = URI.create(text);
        } catch (IllegalArgumentException e) {
            throw Fields.wrong("baseUrl", "must be a URL");
        }
        if (!"http".equalsIgnoreCase(url.getScheme()) && !"https".equalsIgnoreCase(url.getScheme())
                || url.getHost() == null || url.getUserInfo() != null || url.getFragment() != null) {
            throw Fields.wrong("baseUrl", "must be an absolute http or https URL without user information");
        }
        addresses.refusal(url).ifPresent(reason -> {
            throw Fields.wrong("baseUrl", reason);
        });
        return url.toString();
    }

    private static void checkWhole(Model model) {
        if (Protocol.OPENAI.label().equals(model.protocol) && model.baseUrl == null) {
            throw Fields.wrong("baseUrl", "is required");
        }
        if (model.enabled && (model.protocol == null || model.retiredAt != null)) {
            throw Fields.wrong("enabled", "can't be true for a retired model or one without an endpoint");
        }
    }

    private void insert(Model model) {
        if (models.findBySlug(model.slug).isPresent()) {
            throw taken();
        }
        try {
            models.persistAndFlush(model);
        } catch (ConstraintViolationException e) {
            throw taken();
        }
    }

    private static RuntimeException taken() {
        return Problem.of(Status.CONFLICT, "slug-taken", "Another model has this slug.");
    }

    private Model find(String slug) {
        return models.findBySlug(slug.replace("\0", "")).orElseThrow(
                () -> Problem.of(Status.NOT_FOUND, "no-such-model", "No model has this slug."));
    }

    private ModelView view(Model model) {
        return ModelView.of(model, revisions.findById(new ModelRevision.Key(model.id, model.revision)));
    }

    private ModelView traced(String who, String action, ModelView before, Model model) {
        ModelView after = view(model);
        audit.record(who, action, "model:" + model.slug, before, after);
        return after;
    }
}
