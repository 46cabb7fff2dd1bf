package org.dohyo.moderation;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;

import org.dohyo.support.Fields;
import org.dohyo.model.secret.Secrets;
import org.dohyo.provider.Secret;
import org.dohyo.provider.http.Moderations;

import com.fasterxml.jackson.annotation.JsonValue;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Whom to ask about prompts before a model sees them, and what follows. */
@Entity
public class Moderation {

    public static final String KEY_PLACE = "moderation/api-key";

    /** What happens with a flagged prompt. */
    public enum WhenFlagged {
        /** No model sees it. */
        REFUSE,
        /** It goes on, and the desk is told. */
        MARK;

        @JsonValue
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What happens with a prompt that nobody could check. */
    public enum WhenDown {
        PASS,
        REFUSE;

        @JsonValue
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** There is one row. */
    @Id
    public boolean onlyOne = true;

    public boolean enabled;

    /** Empty until somebody gives one. */
    public String baseUrl;

    /** Empty leaves the choice to the endpoint. */
    public String model;

    public byte[] apiKeyCipher;

    @Enumerated(EnumType.STRING)
    public WhenFlagged whenFlagged;

    @Enumerated(EnumType.STRING)
    public WhenDown whenDown;

    /** For the whole answer. */
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

    /** The constant of that label; refused by the field's name where there is none. */
    static <E extends Enum<E>> E ofLabel(Class<E> type, String field, String label) {
        return Arrays.stream(type.getEnumConstants()).filter(one -> one.name().toLowerCase(Locale.ROOT).equals(label))
                .findFirst().orElseThrow(() -> Fields.wrong(field, "must be one of " + Arrays.stream(type.getEnumConstants())
                        .map(one -> one.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(", "))));
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
