package org.dohyo.model.admin;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response.Status;

import org.dohyo.account.Audit;
import org.dohyo.model.Model;
import org.dohyo.model.ModelChanged;
import org.dohyo.model.ModelPrice;
import org.dohyo.model.ModelRevision;
import org.dohyo.model.ModelUse;
import org.dohyo.model.endpoint.Endpoints;
import org.dohyo.model.endpoint.HealthView;
import org.dohyo.provider.Endpoint;
import org.dohyo.provider.InvalidEndpointException;
import org.dohyo.provider.Protocol;
import org.dohyo.provider.Providers;
import org.dohyo.web.Fields;
import org.dohyo.web.Refusal;
import org.hibernate.exception.ConstraintViolationException;

import io.quarkus.arc.All;

/** The admin's operations on models. Each write is recorded in the audit trail in the same transaction. */
@ApplicationScoped
public class ModelAdmin {

    private static final String DRAFT = "draft";

    private final Model.Repository models;
    private final ModelRevision.Repository revisions;
    private final ModelPrice.Repository prices;
    private final Endpoints endpoints;
    private final ModelViews views;
    private final Audit audit;
    private final Clock clock;
    private final EntityManager entities;
    private final Providers providers;
    private final ModelForm form;
    private final List<ModelUse> uses;
    private final Event<ModelChanged> changed;

    ModelAdmin(Model.Repository models, ModelRevision.Repository revisions, ModelPrice.Repository prices,
            Endpoints endpoints, ModelViews views, ModelForm form, Audit audit, Clock clock,
            EntityManager entities,
            Providers providers,
            @All List<ModelUse> uses, Event<ModelChanged> changed) {
        this.models = models;
        this.revisions = revisions;
        this.prices = prices;
        this.endpoints = endpoints;
        this.views = views;
        this.form = form;
        this.audit = audit;
        this.clock = clock;
        this.entities = entities;
        this.providers = providers;
        this.uses = uses;
        this.changed = changed;
    }

    /** All models, by slug. */
    @Transactional
    public List<ModelView> all() {
        return views.of(models.list("order by slug"));
    }

    /** Each model's health, by slug. */
    @Transactional
    public Map<String, HealthView> health() {
        return views.health(models.listAll());
    }

    @Transactional
    public HealthView health(String slug) {
        return views.health(List.of(find(slug))).get(slug);
    }

    @Transactional
    public ModelView one(String slug) {
        return views.of(find(slug));
    }

    @Transactional
    public ModelView create(Map<String, Object> request, String who) {
        Fields fields = ModelForm.creation(request);
        Model model = new Model();
        model.slug = ModelForm.slug(fields);
        model.name = fields.required("name");
        model.protocol = fields.required("protocol");
        model.createdAt = clock.instant();
        model.enabled = true;
        form.apply(fields, model);
        ModelRevision version = new ModelRevision();
        version.revision = 1;
        version.endpointModel = fields.required("modelId");
        version.createdAt = clock.instant();
        ModelForm.apply(fields, version);
        insert(model);
        version.modelId = model.id;
        revisions.persistAndFlush(version);
        checkWhole(model);
        enterPrice(fields, model);
        return traced(who, "create", null, model);
    }

    @Transactional
    public ModelView change(String slug, Map<String, Object> request, String who) {
        Fields fields = ModelForm.changes(request);
        Model model = locked(slug);
        ModelView before = views.of(model);
        form.apply(fields, model);
        revise(fields, model);
        checkEnabled(model);
        entities.flush();
        checkWhole(model);
        enterPrice(fields, model);
        return traced(who, "change", before, model);
    }

    /** An entry of the same day is replaced; all others stay. */
    private void enterPrice(Fields fields, Model model) {
        fields.ifGiven(PriceForm.FIELD, field -> {
            ModelPrice entered = PriceForm.read(fields, clock.instant());
            entered.modelId = model.id;
            entities.merge(entered);
            entities.flush();
        });
    }

    /** Deletes a price that was entered by mistake. */
    @Transactional
    public void deletePrice(String slug, String since, String who) {
        Model model = locked(slug);
        ModelView before = views.of(model);
        if (!prices.deleteById(new ModelPrice.Key(model.id, day(since)))) {
            throw noPrice();
        }
        entities.flush();
        traced(who, "change", before, model);
    }

    private static LocalDate day(String since) {
        try {
            return LocalDate.parse(since);
        } catch (DateTimeException e) {
            throw noPrice();
        }
    }

    private static RuntimeException noPrice() {
        return Refusal.of(ModelsMessages.class, Status.NOT_FOUND, "no-such-price", ModelsMessages::noSuchPrice);
    }

    @Transactional
    public void retire(String slug, String who) {
        Model model = locked(slug);
        if (model.retiredAt != null) {
            return;
        }
        ModelView before = views.of(model);
        model.enabled = false;
        model.retiredAt = clock.instant();
        entities.flush();
        traced(who, "retire", before, model);
    }

    /** The endpoint that a new battle would use. */
    @Transactional
    public Endpoint endpoint(String slug) {
        Model model = find(slug);
        if (model.protocol == null) {
            throw Refusal.of(ModelsMessages.class, Status.CONFLICT, "no-endpoint", ModelsMessages::noEndpoint);
        }
        return endpoints.of(model, model.revision);
    }

    /** The endpoint that a model created by that request would use; nothing is stored. */
    public Endpoint endpoint(Map<String, Object> request) {
        Fields fields = ModelForm.draft(request);
        Model model = new Model();
        model.slug = DRAFT;
        model.name = DRAFT;
        model.protocol = fields.required("protocol");
        form.apply(fields, model);
        ModelRevision version = new ModelRevision();
        version.endpointModel = fields.required("modelId");
        ModelForm.apply(fields, version);
        Endpoint endpoint = endpoints.of(model, version);
        check(endpoint);
        return endpoint;
    }

    /** The number of models that battles can draw instead of the demo models. */
    @Transactional
    public long realContenders() {
        return models.count("enabled and retiredAt is null and protocol is not null and protocol <> ?1",
                Protocol.DEMO.label());
    }

    /**
     * Existing answers belong to the revision that gave them, so once there are any, a change creates the next
     * revision.
     */
    private void revise(Fields fields, Model model) {
        ModelRevision now = revisions.current(model);
        ModelRevision next = new ModelRevision();
        next.modelId = model.id;
        next.createdAt = clock.instant();
        if (now != null) {
            next.endpointModel = now.endpointModel;
            next.systemPrompt = now.systemPrompt;
            next.parameters = now.parameters;
        }
        ModelForm.apply(fields, next);
        if (next.endpointModel == null || now != null && same(now, next)) {
            return;
        }
        if (now != null && !inUse(model)) {
            ModelForm.apply(fields, now);
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

    /** True if answers of the model's revision exist. */
    private boolean inUse(Model model) {
        return uses.stream().anyMatch(use -> use.uses(model.id));
    }

    /** Refuses settings with which every call of the endpoint would fail. */
    private void checkWhole(Model model) {
        if (model.protocol != null) {
            check(endpoints.of(model, model.revision));
        }
    }

    private void check(Endpoint endpoint) {
        try {
            providers.check(endpoint);
        } catch (InvalidEndpointException e) {
            throw Refusal.field(ModelsMessages.class, e.field(),
                    words -> words.invalidEndpoint(e.getMessage(), e.fault().name(), e.details()));
        }
    }

    private static void checkEnabled(Model model) {
        if (model.enabled && (model.protocol == null || model.retiredAt != null)) {
            throw Refusal.field(ModelsMessages.class, "enabled", ModelsMessages::notDrawable);
        }
    }

    private void insert(Model model) {
        if (models.findBySlug(model.slug).isPresent()) {
            throw taken();
        }
        try {
            models.add(model);
        } catch (ConstraintViolationException e) {
            throw taken();
        }
    }

    private static RuntimeException taken() {
        return Refusal.of(ModelsMessages.class, Status.CONFLICT, "slug-taken", ModelsMessages::slugTaken);
    }

    private Model find(String slug) {
        return models.findBySlug(slug).orElseThrow(
                () -> Refusal.of(ModelsMessages.class, Status.NOT_FOUND, "no-such-model", ModelsMessages::noSuchModel));
    }

    private Model locked(String slug) {
        Model model = find(slug);
        entities.refresh(model, LockModeType.PESSIMISTIC_WRITE);
        return model;
    }

    private ModelView traced(String who, String action, ModelView before, Model model) {
        ModelView after = views.of(model);
        audit.record(who, action, "model:" + model.slug, before, after);
        changed.fire(new ModelChanged(model, revisions.current(model)));
        return after;
    }
}
