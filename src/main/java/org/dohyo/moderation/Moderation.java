package org.dohyo.moderation;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;

import org.dohyo.model.secret.Secrets;
import org.dohyo.provider.Secret;
import org.dohyo.provider.http.Moderations;
import org.dohyo.web.Refusal;
import org.dohyo.web.Texts;

import com.fasterxml.jackson.annotation.JsonValue;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The settings of moderation: the endpoint that checks prompts, and the consequences of its verdict. */
@Entity
public class Moderation {

    public static final String KEY_PLACE = "moderation/api-key";

    /** The treatment of a flagged prompt. */
    public enum WhenFlagged {
        /** No model sees it. */
        REFUSE,
        /** It is sent, and its conversation is opened to moderators. */
        MARK;

        @JsonValue
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The treatment of a prompt for which the endpoint gave no verdict. */
    public enum WhenDown {
        PASS,
        REFUSE;

        @JsonValue
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The id of the only row. */
    @Id
    public boolean onlyOne = true;

    public boolean enabled;

    /** Empty until an admin sets it. */
    public String baseUrl;

    /** If empty, the endpoint chooses the model. */
    public String model;

    public byte[] apiKeyCipher;

    @Enumerated(EnumType.STRING)
    public WhenFlagged whenFlagged;

    @Enumerated(EnumType.STRING)
    public WhenDown whenDown;

    /** Limit for the whole response. */
    public int timeoutMillis;

    /** The settings as the desk and the interface show them. */
    public record View(boolean enabled, String baseUrl, String model, boolean hasApiKey, WhenFlagged whenFlagged,
            WhenDown whenDown, int timeoutMillis) {
    }

    View view() {
        return new View(enabled, baseUrl, model, apiKeyCipher != null, whenFlagged, whenDown, timeoutMillis);
    }

    Moderations.Endpoint endpoint(Secrets secrets) {
        Secret key = apiKeyCipher == null ? Secret.NONE : secrets.decrypt(apiKeyCipher, KEY_PLACE);
        return new Moderations.Endpoint(URI.create(baseUrl), model, key, Duration.ofMillis(timeoutMillis));
    }

    /** The constant of that label; 400 naming the field if there is none. */
    static <E extends Enum<E>> E ofLabel(Class<E> type, String field, String label) {
        return Arrays.stream(type.getEnumConstants()).filter(one -> one.name().toLowerCase(Locale.ROOT).equals(label))
                .findFirst()
                .orElseThrow(
                        () -> Refusal.field(field, words -> Texts.oneOf(words, Arrays.stream(type.getEnumConstants())
                                .map(one -> one.name().toLowerCase(Locale.ROOT)).toList())));
    }

    @ApplicationScoped
    public static class Repository implements PanacheRepositoryBase<Moderation, Boolean> {

        Moderation only() {
            return findById(true);
        }

        Moderation locked() {
            return findById(true, LockModeType.PESSIMISTIC_WRITE);
        }
    }
}
