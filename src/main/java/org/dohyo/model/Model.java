package org.dohyo.model;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.PrePersist;
import jakarta.ws.rs.core.Response.Status;

import org.dohyo.model.secret.Credentials;
import org.dohyo.provider.Protocol;
import org.dohyo.support.Problem;
import org.dohyo.support.Tokens;
import org.dohyo.web.Refusal;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** A model of the arena. Without a protocol, it occurs only in imported votes. */
@Entity
public class Model {

    /** The form of a slug, as a regular expression. */
    public static final String SLUG = "[a-z0-9]([a-z0-9._-]{0,98}[a-z0-9])?";

    private static final double BOOST = 5;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public String slug;

    public String name;

    public String organization = "";

    public String license = "";

    /** null where nobody has said. */
    public Boolean openWeights;

    /** A {@link Protocol#label()}, or null for a history-only model. */
    public String protocol;

    public String baseUrl;

    public byte[] apiKeyCipher;

    /** {@link Credentials} of AWS. */
    public byte[] credentialsCipher;

    /** A page about the model. */
    public String link;

    /** Tokens that a prompt and its answer may have together; null where nobody has said. */
    public Integer contextWindow;

    /** Further names by which the model may give itself away. */
    public String[] aliases = new String[0];

    /** Words of its names or of its maker's that give nothing away in an answer. */
    public String[] nameExceptions = new String[0];

    /** Slugs of the only models that this one may meet; none for all. */
    public String[] onlyAgainst = new String[0];

    /** Drawn {@value #BOOST} times as often until it has so many votes; null for no boost. */
    public Integer boostUntil;

    /** Start of the period in which it is drawn; null for no start. */
    public Instant activeFrom;

    /** End of the period in which it is drawn; null for no end. */
    public Instant activeTo;

    /** The facts of a model that is known by a code name, its {@link #name}, until an admin publishes it; else null. */
    @JdbcTypeCode(SqlTypes.JSON)
    public Unpublished unpublished;

    /** When its name was published, if it was known by a code name before; else null. */
    public Instant publishedAt;

    public Integer requestsPerMinute;

    /** Calls at once by benchmark runs, judges and answers, each counted alone; null for the default. */
    public Integer concurrentRequests;

    public Long monthlyRequests;

    public Long monthlyTokens;

    /** The revision that new battles are fought with. */
    public int revision = 1;

    /** Sampling weight, 0 … 1000; 0 is never drawn. */
    public double weight = 1;

    public boolean enabled;

    public Instant retiredAt;

    public Instant createdAt;

    /** 32 random bytes by which changes of the settings are noticed; former versions committed to settings with it. */
    public byte[] commitmentSalt;

    /** 32 random bytes, from which each revision's salt comes. */
    public byte[] settingsKey;

    @PrePersist
    void salt() {
        if (commitmentSalt == null) {
            commitmentSalt = Tokens.bytes();
        }
        if (settingsKey == null) {
            settingsKey = Tokens.bytes();
        }
    }

    public boolean demo() {
        return Protocol.DEMO.label().equals(protocol);
    }

    /** True if the two may meet: each must admit the other. */
    public boolean mayMeet(Model other) {
        return lets(other) && other.lets(this);
    }

    private boolean lets(Model other) {
        return onlyAgainst.length == 0 || List.of(onlyAgainst).contains(other.slug);
    }

    /** The weight with which it is drawn while it has so many votes. */
    public double weight(long votes) {
        return boostUntil != null && votes < boostUntil ? BOOST * weight : weight;
    }

    /** True if the model is in its active period. */
    public boolean active(Instant now) {
        return (activeFrom == null || !now.isBefore(activeFrom)) && (activeTo == null || now.isBefore(activeTo));
    }

    /** The name that the encrypted key is bound to. The slug never changes. */
    public String apiKeyPlace() {
        return slug + "/api_key";
    }

    public String credentialsPlace() {
        return slug + "/credentials";
    }

    /** The facts of a model that are hidden while it has a code name. */
    public record Unpublished(String name, String organization, String license, Boolean openWeights, String link) {
    }

    /** A model that can be called outside battles. */
    public record Callable(String slug, String name) {
    }

    /** Models by their natural key. */
    @ApplicationScoped
    public static class Repository implements PanacheRepositoryBase<Model, Long> {

        public Optional<Model> findBySlug(String slug) {
            return find("slug", slug).firstResultOptional();
        }

        /** Stores a new model, in the caller's transaction; 409 if the arena has {@link ModelLimit#MOST} already. */
        public void add(Model model) {
            getEntityManager().createNativeQuery(ModelLimit.LOCK).getSingleResult();
            if (count() >= ModelLimit.MOST) {
                throw Refusal.by(ModelLimitMessages.class,
                        words -> Problem.of(Status.CONFLICT, "too-many-models", words.full(ModelLimit.MOST)));
            }
            persistAndFlush(model);
        }

        /** Models with an endpoint that aren't retired, by name. */
        public List<Callable> callable() {
            return find("protocol is not null and retiredAt is null order by name").project(Callable.class).list();
        }

        /** Those of {@link #callable} that have one of these slugs. */
        public List<Model> callable(Collection<String> slugs) {
            return list("slug in ?1 and protocol is not null and retiredAt is null", slugs);
        }

        public List<ModelFacts> facts(Collection<Long> ids) {
            return ids.isEmpty() ? List.of() : find("id in ?1", ids).project(ModelFacts.class).list();
        }

        public List<ModelFacts> factsOf(Collection<String> slugs) {
            return slugs.isEmpty() ? List.of() : find("slug in ?1", slugs).project(ModelFacts.class).list();
        }
    }
}
