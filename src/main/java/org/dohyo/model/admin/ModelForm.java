package org.dohyo.model.admin;

import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.model.Model;
import org.dohyo.model.ModelRevision;
import org.dohyo.model.secret.Credentials;
import org.dohyo.model.secret.Secrets;
import org.dohyo.provider.Protocol;
import org.dohyo.provider.http.AddressGuard;
import org.dohyo.web.Fields;
import org.dohyo.web.Refusal;
import org.dohyo.web.Texts;

/** Applies an admin's request to a model and its revision. */
@ApplicationScoped
public class ModelForm {

    private static final Set<String> CHANGEABLE = Set.of("name", "organization", "license", "openWeights", "link",
            "aliases",
            "nameExceptions", "codeName", "protocol", "baseUrl", "modelId", "apiKey", "credentials", "systemPrompt",
            "parameters",
            "weight",
            "boostUntilVotes", "onlyAgainst", "activeFrom", "activeTo", "requestsPerMinute", "concurrentRequests",
            "monthlyRequests",
            "monthlyTokens", "enabled", "contextWindow", PriceForm.FIELD);
    private static final int MOST_NAMES = 100;
    private static final long MOST_TOKENS = 1_000_000_000;

    private final Secrets secrets;
    private final Credentials credentials;
    private final AddressGuard addresses;
    private final Clock clock;

    ModelForm(Secrets secrets, Credentials credentials, AddressGuard addresses, Clock clock) {
        this.secrets = secrets;
        this.credentials = credentials;
        this.addresses = addresses;
        this.clock = clock;
    }

    static Fields changes(Map<String, Object> request) {
        return new Fields(request, CHANGEABLE);
    }

    static Fields creation(Map<String, Object> request) {
        Set<String> known = new HashSet<>(CHANGEABLE);
        known.add("slug");
        return new Fields(request, known);
    }

    /**
     * As {@link #creation}, with a name and slug that may still be missing or wrong: they don't matter to the endpoint.
     */
    static Fields draft(Map<String, Object> request) {
        Map<String, Object> rest = new HashMap<>(request == null ? Map.of() : request);
        rest.keySet().removeAll(Set.of("slug", "name"));
        return new Fields(rest, CHANGEABLE);
    }

    static String slug(Fields fields) {
        String slug = fields.required("slug");
        if (!slug.matches(Model.SLUG)) {
            throw Refusal.field(ModelsMessages.class, "slug", ModelsMessages::slugRule);
        }
        return slug;
    }

    void apply(Fields fields, Model model) {
        facts(fields, model);
        access(fields, model);
        knobs(fields, model);
        limits(fields, model);
    }

    /** Edits the true facts; those of a model with a code name are hidden again afterwards. */
    private void facts(Fields fields, Model model) {
        boolean hidden = model.unpublished != null;
        String codeName = hidden ? model.name : null;
        reveal(model);
        fields.ifGiven("name", field -> model.name = fields.required(field));
        fields.ifGiven("organization",
                field -> model.organization = Objects.requireNonNullElse(fields.text(field), "").strip());
        fields.ifGiven("license", field -> model.license = Objects.requireNonNullElse(fields.text(field), "").strip());
        fields.ifGiven("openWeights",
                field -> model.openWeights = fields.blank(field) ? null : (Boolean) fields.flag(field));
        fields.ifGiven("link",
                field -> model.link = fields.blank(field) ? null : url(field, fields.required(field)).toString());
        fields.ifGiven("contextWindow", field -> model.contextWindow = fields.blank(field) ? null
                : (Integer) (int) fields.count(field, MOST_TOKENS));
        fields.ifGiven("aliases", field -> model.aliases = fields.texts(field, MOST_NAMES));
        fields.ifGiven("nameExceptions", field -> model.nameExceptions = fields.texts(field, MOST_NAMES));
        if (fields.has("codeName")) {
            codeName = fields.blank("codeName") ? null : fields.required("codeName");
        }
        if (hidden && codeName == null) {
            model.publishedAt = clock.instant();
        }
        if (codeName != null) {
            model.publishedAt = null;
            model.unpublished = new Model.Unpublished(model.name, model.organization, model.license, model.openWeights,
                    model.link);
            model.name = codeName;
            model.organization = "";
            model.license = "";
            model.openWeights = null;
            model.link = null;
        }
    }

    private static void reveal(Model model) {
        if (model.unpublished != null) {
            model.name = model.unpublished.name();
            model.organization = model.unpublished.organization();
            model.license = model.unpublished.license();
            model.openWeights = model.unpublished.openWeights();
            model.link = model.unpublished.link();
            model.unpublished = null;
        }
    }

    private void access(Fields fields, Model model) {
        fields.ifGiven("protocol", field -> model.protocol = protocol(fields.required(field)));
        fields.ifGiven("baseUrl",
                field -> model.baseUrl = fields.blank(field) ? null : baseUrl(fields.required(field)));
        fields.ifGiven("apiKey", field -> model.apiKeyCipher = fields.blank(field) ? null
                : secrets.encrypt(fields.required(field), model.apiKeyPlace()));
        fields.ifGiven("credentials", field -> {
            String keys = credentials.write(fields.object(field));
            model.credentialsCipher = keys == null ? null : secrets.encrypt(keys, model.credentialsPlace());
        });
    }

    private static void knobs(Fields fields, Model model) {
        fields.ifGiven("weight", field -> model.weight = fields.weight(field));
        fields.ifGiven("boostUntilVotes",
                field -> model.boostUntil = fields.blank(field) ? null
                        : (Integer) (int) fields.count(field, 1_000_000));
        fields.ifGiven("onlyAgainst", field -> model.onlyAgainst = fields.texts(field, MOST_NAMES));
        fields.ifGiven("activeFrom", field -> model.activeFrom = fields.blank(field) ? null : fields.instant(field));
        fields.ifGiven("activeTo", field -> model.activeTo = fields.blank(field) ? null : fields.instant(field));
        if (model.activeFrom != null && model.activeTo != null && !model.activeFrom.isBefore(model.activeTo)) {
            throw Refusal.field("activeTo", words -> words.after("activeFrom"));
        }
        fields.ifGiven("enabled", field -> model.enabled = fields.flag(field));
    }

    private static void limits(Fields fields, Model model) {
        fields.ifGiven("requestsPerMinute",
                field -> model.requestsPerMinute = fields.blank(field) ? null
                        : (Integer) (int) fields.count(field, 1_000_000));
        fields.ifGiven("concurrentRequests",
                field -> model.concurrentRequests = fields.blank(field) ? null
                        : (Integer) (int) fields.count(field, 1_000));
        fields.ifGiven("monthlyRequests", field -> model.monthlyRequests = limit(fields, field));
        fields.ifGiven("monthlyTokens", field -> model.monthlyTokens = limit(fields, field));
    }

    private static Long limit(Fields fields, String field) {
        return fields.blank(field) ? null : (Long) fields.count(field, 1_000_000_000_000_000L);
    }

    static void apply(Fields fields, ModelRevision version) {
        fields.ifGiven("modelId", field -> version.endpointModel = fields.required(field));
        fields.ifGiven("systemPrompt", field -> version.systemPrompt = fields.blank(field) ? null : fields.text(field));
        fields.ifGiven("parameters", field -> version.parameters = fields.object(field));
    }

    private static String protocol(String label) {
        try {
            return Protocol.ofLabel(label).label();
        } catch (IllegalArgumentException e) {
            throw Refusal.field("protocol", words -> Texts.oneOf(words,
                    List.of(Protocol.values()).stream().map(Protocol::label).toList()));
        }
    }

    /** A base URL whose address is allowed. */
    public String baseUrl(String text) {
        URI url = url("baseUrl", text);
        // Only the address itself can still be refused, for the form of the URL is right.
        addresses.refusal(url).ifPresent(reason -> {
            throw Refusal.field(ModelsMessages.class, "baseUrl", words -> words.addressRefused(url.getHost()));
        });
        return url.toString();
    }

    static URI url(String field, String text) {
        URI url;
        try {
            url = URI.create(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.field(ModelsMessages.class, field, ModelsMessages::noUrl);
        }
        if (!"http".equalsIgnoreCase(url.getScheme()) && !"https".equalsIgnoreCase(url.getScheme())
                || url.getHost() == null || url.getUserInfo() != null || url.getFragment() != null) {
            throw Refusal.field(ModelsMessages.class, field, ModelsMessages::noWebUrl);
        }
        return url;
    }
}
