package org.dohyo.moderation;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.NamedQuery;

import com.fasterxml.jackson.annotation.JsonValue;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** A conversation that moderators should look at: flagged by its voter or marked by moderation. */
@Entity
@NamedQuery(name = "FlaggedConversation.open", query = """
        insert into FlaggedConversation (battleId, openedAt) values (:battle, :at)
        on conflict (battleId) do update set openedAt = excluded.openedAt, handledAt = null, handledAs = null""")
public class FlaggedConversation {

    /** The last action on the conversation. */
    public enum Handling {
        DISMISSED,
        ERASED,
        BANNED;

        @JsonValue
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Id
    public UUID battleId;

    /** Time of the newest flag or mark. */
    public Instant openedAt;

    /** Null while the conversation is open. */
    public Instant handledAt;

    @Enumerated(EnumType.STRING)
    public Handling handledAs;

    public void handle(Handling how, Instant when) {
        handledAt = when;
        handledAs = how;
    }

    @ApplicationScoped
    public static class Repository implements PanacheRepositoryBase<FlaggedConversation, UUID> {

        /** Puts a conversation on the list, or reopens it; its battle's row must be locked. */
        void open(UUID battleId, Instant at) {
            update("#FlaggedConversation.open", Map.of("battle", battleId, "at", at));
        }

        /** Those opened before a time, newest first. */
        List<FlaggedConversation> before(Instant before, int limit, boolean handled) {
            return find("openedAt < ?1 and handledAt is " + (handled ? "not null" : "null")
                    + " order by openedAt desc, battleId", before).page(0, limit).list();
        }

        long countOpen() {
            return count("handledAt is null");
        }

        /** The conversation with its row locked until the transaction's end. */
        public Optional<FlaggedConversation> lock(UUID battleId) {
            return findByIdOptional(battleId, LockModeType.PESSIMISTIC_WRITE);
        }
    }
}
