package org.dohyo.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.dohyo.provider.Protocol;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** A model as the arena knows it. Without a protocol it is known from imported votes alone. */
@Entity
@Table(name = "model")
public class Model {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public String slug;

    public String name;

    public String organization = "";

    public String license = "";

    @Column(name = "open_weights")
    public boolean openWeights;

    /** A {@link Protocol#label()}, or null for a history-only model. */
    public String protocol;

    @Column(name = "base_url")
    public String baseUrl;

    @Column(name = "api_key_cipher")
    public byte[] apiKeyCipher;

    /** The revision that new battles are fought with. */
    public int revision = 1;

    /** Sampling weight, 0 … 1000; 0 is never drawn. */
    public double weight = 1;

    public boolean enabled;

    @Column(name = "retired_at")
    public Instant retiredAt;

    @Column(name = "created_at")
    public Instant createdAt;

    public boolean demo() {
        return Protocol.DEMO.label().equals(protocol);
    }

    /** What the stored key is bound to. The slug never changes. */
    String apiKeyPlace() {
        return slug + "/api_key";
    }

    /** Models by their natural key. */
    @ApplicationScoped
    public static class Repository implements PanacheRepositoryBase<Model, Long> {

        public Optional<Model> findBySlug(String slug) {
            return find("slug", slug).firstResultOptional();
        }

        /** Those that may be drawn now: demo models only while fewer than two real ones are enabled. */
        public List<Model> drawable() {
            List<Model> enabled = list("enabled = true and retiredAt is null order by id");
            List<Model> real = enabled.stream().filter(model -> !model.demo()).toList();
            List<Model> standing = real.size() >= 2 ? real : enabled;
            return standing.stream().filter(model -> model.weight > 0).toList();
        }
    }
}
