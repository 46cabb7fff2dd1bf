package org.dohyo.moderation;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response.Status;

import org.dohyo.account.Audit;
import org.dohyo.model.admin.ModelForm;
import org.dohyo.model.endpoint.EndpointAdvice;
import org.dohyo.model.endpoint.EndpointMessages;
import org.dohyo.model.secret.Secrets;
import org.dohyo.moderation.Moderation.WhenDown;
import org.dohyo.moderation.Moderation.WhenFlagged;
import org.dohyo.provider.ProviderError.Kind;
import org.dohyo.provider.http.CallFailure;
import org.dohyo.provider.http.Moderations;
import org.dohyo.support.Problem;
import org.dohyo.support.UnprocessableContent;
import org.dohyo.web.Fields;
import org.dohyo.web.Refusal;
import org.dohyo.web.Texts;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.mutiny.Uni;

/** Reads, changes and tries out the settings of moderation. */
@ApplicationScoped
public class ModerationAdmin {

    private static final String UNTESTED = "untested";
    /** What decides whether the endpoint gives a verdict. */
    private static final Set<String> TESTED = Set.of("enabled", "baseUrl", "model", "apiKey", "timeoutMillis");
    private static final Set<String> CHANGEABLE = Set.of("enabled", "baseUrl", "model", "apiKey", "whenFlagged",
            "whenDown", "timeoutMillis", UNTESTED);
    static final String HARMLESS = "What is the highest mountain of Japan?";
    private static final int SHORTEST_MILLIS = 100;
    private static final int LONGEST_MILLIS = 30_000;

    private final Moderation.Repository settings;
    private final Moderations moderations;
    private final ModelForm form;
    private final Secrets secrets;
    private final Audit audit;

    ModerationAdmin(Moderation.Repository settings, Moderations moderations, ModelForm form, Secrets secrets,
            Audit audit) {
        this.settings = settings;
        this.moderations = moderations;
        this.form = form;
        this.secrets = secrets;
        this.audit = audit;
    }

    /** The endpoint to call, and the treatment of prompts by its verdict. */
    public record Policy(Moderations.Endpoint endpoint, WhenFlagged whenFlagged, WhenDown whenDown) {
    }

    /** The policy in force; empty if prompts are not checked. */
    @Transactional
    public Optional<Policy> policy() {
        Moderation now = settings.only();
        return now.enabled ? Optional.of(new Policy(now.endpoint(secrets), now.whenFlagged, now.whenDown))
                : Optional.empty();
    }

    @Transactional
    public Moderation.View view() {
        return settings.only().view();
    }

    /**
     * Changes the given members and leaves the others. An endpoint that is to check prompts must first give a verdict
     * on a harmless sentence, unless the member {@code untested} is true; its answer is waited for. A refusal is
     * explained in the language of the locale.
     */
    public Moderation.View change(Map<String, Object> request, String who, String locale) {
        Fields fields = new Fields(request, CHANGEABLE);
        boolean untested = fields.has(UNTESTED) && fields.flag(UNTESTED);
        if (!untested && TESTED.stream().anyMatch(fields::has)) {
            // No transaction stays open during the call, and this one stores nothing.
            Moderation draft = QuarkusTransaction.requiringNew().call(settings::only);
            apply(fields, draft);
            if (draft.enabled) {
                mustAnswer(draft, locale);
            }
        }
        return QuarkusTransaction.requiringNew().call(() -> store(fields, who));
    }

    private void mustAnswer(Moderation draft, String locale) {
        Trial trial = test(draft, HARMLESS, locale).await().indefinitely();
        if (!trial.ok()) {
            throw Problem.of(new UnprocessableContent(), "no-verdict",
                    Texts.of(ModerationMessages.class, locale).notSaved(trial.error()));
        }
    }

    private Moderation.View store(Fields fields, String who) {
        Moderation now = settings.locked();
        Moderation.View before = now.view();
        apply(fields, now);
        audit.record(who, fields.has("apiKey") ? "change with key" : "change", "moderation", before, now.view());
        return now.view();
    }

    private void apply(Fields fields, Moderation now) {
        fields.ifGiven("baseUrl",
                field -> now.baseUrl = fields.blank(field) ? "" : form.baseUrl(fields.required(field)));
        fields.ifGiven("model", field -> now.model = Objects.requireNonNullElse(fields.text(field), "").strip());
        fields.ifGiven("apiKey", field -> now.apiKeyCipher = fields.blank(field) ? null
                : secrets.encrypt(fields.required(field), Moderation.KEY_PLACE));
        fields.ifGiven("whenFlagged",
                field -> now.whenFlagged = Moderation.ofLabel(WhenFlagged.class, field, fields.required(field)));
        fields.ifGiven("whenDown",
                field -> now.whenDown = Moderation.ofLabel(WhenDown.class, field, fields.required(field)));
        fields.ifGiven("timeoutMillis", field -> now.timeoutMillis = millis(fields, field));
        fields.ifGiven("enabled", field -> now.enabled = fields.flag(field));
        if (now.enabled && now.baseUrl.isEmpty()) {
            throw Refusal.field(ModerationMessages.class, "baseUrl", ModerationMessages::endpointNeeded);
        }
    }

    private static int millis(Fields fields, String field) {
        long millis = fields.count(field, LONGEST_MILLIS);
        if (millis < SHORTEST_MILLIS) {
            throw Refusal.field(field, words -> words.least(SHORTEST_MILLIS));
        }
        return (int) millis;
    }

    /**
     * The result of a test call.
     *
     * @param ok whether the endpoint gave a verdict
     * @param error the reason if it gave none, with advice for the admin; otherwise null
     */
    public record Trial(boolean ok, boolean flagged, List<String> categories, long millis, String error) {
    }

    /** Checks a text with the stored settings, enabled or not; an error is described in the language of the locale. */
    public Uni<Trial> test(String text, String locale) {
        // No transaction stays open during the call.
        Moderation now = QuarkusTransaction.requiringNew().call(settings::only);
        if (now.baseUrl.isEmpty()) {
            throw Refusal.of(ModerationMessages.class, Status.CONFLICT, "no-endpoint",
                    ModerationMessages::noEndpoint);
        }
        return test(now, text, locale);
    }

    private Uni<Trial> test(Moderation now, String text, String locale) {
        long start = System.nanoTime();
        Moderations.Endpoint endpoint = now.endpoint(secrets);
        return Uni.createFrom().completionStage(() -> moderations.of(endpoint, text).toCompletionStage())
                .map(verdict -> new Trial(true, verdict.flagged(), verdict.categories(), millis(start), null))
                .onFailure(CallFailure.class)
                .recoverWithItem(e -> new Trial(false, false, List.of(), millis(start),
                        describe(e, endpoint.baseUrl(), locale)));
    }

    private static String describe(CallFailure failure, URI baseUrl, String locale) {
        String cause = failure.kind() == Kind.TIMEOUT_TOTAL
                ? Texts.of(ModerationMessages.class, locale).tooLate()
                : EndpointAdvice.of(Texts.of(EndpointMessages.class, locale), failure.kind(), baseUrl);
        return cause + " (" + failure.kind() + ": " + failure.getMessage() + ")";
    }

    private static long millis(long start) {
        return Duration.ofNanos(System.nanoTime() - start).toMillis();
    }
}
