package org.dohyo.vote.statement;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import jakarta.persistence.LockModeType;

import org.dohyo.model.Model;
import org.dohyo.model.ModelChanged;
import org.dohyo.model.ModelRevision;
import org.dohyo.support.BeatGate;
import org.dohyo.support.Hashes;
import org.dohyo.vote.EntryKind;
import org.dohyo.vote.LogLeaf;
import org.dohyo.vote.statement.Statements.Statement;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;

/**
 * States in the log which models there are, when their settings change, and when they take part. An admin's change is
 * stated in its own transaction. Models that came otherwise, with an import or at a former version of the arena, are
 * stated at the next start or within a minute.
 */
@ApplicationScoped
class ModelStatements {

    private static final String SETTINGS = "settings of ";
    private static final String ACTIVITY = "activity of ";

    private final Statements statements;
    private final Model.Repository models;
    private final ModelRevision.Repository revisions;

    ModelStatements(Statements statements, Model.Repository models, ModelRevision.Repository revisions) {
        this.statements = statements;
        this.models = models;
        this.revisions = revisions;
    }

    void changed(@Observes ModelChanged change) {
        state(List.of(new Stated(change.model(), change.version())));
    }

    /** Before the first battle of this run. */
    void start(@Observes @Priority(Interceptor.Priority.APPLICATION) StartupEvent event) {
        takeUp();
    }

    @Scheduled(identity = "model-statements", every = "60s", delayed = "60s", concurrentExecution = SKIP,
            skipExecutionIf = BeatGate.class)
    void takeUp() {
        if (QuarkusTransaction.requiringNew().call(() -> statements.differ(states(all(LockModeType.NONE))))) {
            QuarkusTransaction.requiringNew().run(() -> state(all(LockModeType.PESSIMISTIC_WRITE)));
        }
    }

    private List<Stated> all(LockModeType lock) {
        List<Model> known = models.find("order by id").withLock(lock).list();
        Map<Long, ModelRevision> versions = revisions.current(known);
        return known.stream().map(model -> new Stated(model, versions.get(model.id))).toList();
    }

    private static Map<String, String> states(Collection<Stated> models) {
        Map<String, String> states = new LinkedHashMap<>();
        models.forEach(model -> {
            states.put(SETTINGS + model.slug(), model.settings());
            states.put(ACTIVITY + model.slug(), model.activity());
        });
        return states;
    }

    private void state(List<Stated> models) {
        Map<String, Boolean> changed = statements.change(states(models), Duration.ZERO);
        List<Statement> made = new ArrayList<>();
        models.forEach(model -> {
            Boolean registered = changed.get(SETTINGS + model.slug());
            if (registered != null) {
                made.add(model.settingsStatement(registered));
            }
            Boolean first = changed.get(ACTIVITY + model.slug());
            // That a new model takes no part goes without saying.
            if (first != null && (model.takesPart() || !first)) {
                made.add(model.activityStatement());
            }
        });
        if (!made.isEmpty()) {
            statements.queue(made);
        }
    }

    /** @param version null for a model without a revision, which none of this version are */
    record Stated(Model model, ModelRevision version) {

        String slug() {
            return model.slug;
        }

        boolean takesPart() {
            return model.enabled && model.retiredAt == null && model.protocol != null;
        }

        /** Changes with the settings; kept beside the log, and the same as former versions have kept it. */
        String settings() {
            byte[] settings = canonicalSettings();
            return model.revision + " " + (settings == null ? null
                    : LogLeaf.hex(Hashes.sha256(model.commitmentSalt, settings)));
        }

        String activity() {
            return takesPart() ? "from " + second(model.activeFrom) + " to " + second(model.activeTo)
                    : model.retiredAt == null ? "none" : "over";
        }

        /**
         * SHA-256 of a salt and the settings as canonical JSON; null for a model that was never called here. The salt
         * is HMAC-SHA-256 of the revision's number, a newline and the settings under the model's key: whoever shows it
         * shows nothing about other settings.
         */
        String commitment() {
            byte[] settings = canonicalSettings();
            if (settings == null) {
                return null;
            }
            byte[] revision = (model.revision + "\n").getBytes(StandardCharsets.UTF_8);
            byte[] salt = Hashes.hmacSha256(model.settingsKey,
                    ByteBuffer.allocate(revision.length + settings.length).put(revision).put(settings).array());
            return LogLeaf.hex(Hashes.sha256(salt, settings));
        }

        private byte[] canonicalSettings() {
            if (model.protocol == null || version == null) {
                return null;
            }
            Map<String, Object> settings = new HashMap<>();
            settings.put("baseUrl", model.baseUrl);
            settings.put("model", version.endpointModel);
            settings.put("parameters", version.parameters);
            settings.put("protocol", model.protocol);
            settings.put("systemPrompt", version.systemPrompt);
            return LogLeaf.canonical(settings).getBytes(StandardCharsets.UTF_8);
        }

        Statement settingsStatement(boolean first) {
            Map<String, Object> members = members();
            members.put("commitment", commitment());
            members.put("origin", model.protocol == null ? "IMPORT" : "ARENA");
            return new Statement(first ? EntryKind.REGISTER : EntryKind.REVISE, members);
        }

        Statement activityStatement() {
            Map<String, Object> members = members();
            if (!takesPart()) {
                members.put("forGood", model.retiredAt != null);
                return new Statement(EntryKind.RETIRE, members);
            }
            members.put("from", second(model.activeFrom));
            members.put("to", second(model.activeTo));
            return new Statement(EntryKind.ACTIVATE, members);
        }

        private Map<String, Object> members() {
            Map<String, Object> members = new HashMap<>();
            members.put("model", LogLeaf.model(model.slug, model.revision));
            return members;
        }

        private static Long second(Instant time) {
            return time == null ? null : time.getEpochSecond();
        }
    }
}
