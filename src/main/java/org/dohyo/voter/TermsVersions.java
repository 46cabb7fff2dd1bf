package org.dohyo.voter;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response.Status;

import org.dohyo.account.Audit;
import org.dohyo.web.Languages;
import org.dohyo.web.Refusal;
import org.hibernate.exception.ConstraintViolationException;

/** The published versions of the terms and the draft of the next one. */
@ApplicationScoped
@Transactional
class TermsVersions {

    private final Terms.Repository terms;
    private final TermsDraft.Repository drafts;
    private final Languages languages;
    private final Audit audit;
    private final Clock clock;

    TermsVersions(Terms.Repository terms, TermsDraft.Repository drafts, Languages languages, Audit audit,
            Clock clock) {
        this.terms = terms;
        this.drafts = drafts;
        this.languages = languages;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param saved whether it is a saved draft; otherwise the texts are those of the current version */
    record Next(int version, boolean saved, Map<String, String> texts) {
    }

    /** The current version in that language, or in another if it is older than the language. */
    Terms current(String language) {
        return version(terms.currentVersion(), language).orElseThrow();
    }

    /** As {@link #current}, of that version; empty if it was not published. */
    Optional<Terms> version(int version, String language) {
        return terms.find(version, language, languages.standard());
    }

    /** All versions in all languages, the newest first. */
    List<Terms> all() {
        return terms.newestFirst();
    }

    /** All versions, the newest first. */
    List<Terms.Publication> publications() {
        return terms.publications();
    }

    /** The next version: the saved draft or, without one, a copy of the current version. */
    Next next() {
        int current = terms.currentVersion();
        Map<String, String> saved = drafts.texts();
        Map<String, String> texts = saved.isEmpty() ? texts(current) : saved;
        return new Next(current + 1, !saved.isEmpty(), texts);
    }

    private Map<String, String> texts(int version) {
        return terms.stream("version", version).collect(Collectors.toMap(Terms::language, Terms::body));
    }

    /** Saves the next version without publishing it. */
    void saveDraft(Map<String, String> texts, String who) {
        texts.forEach((language, text) -> drafts.save(language, text, clock.instant()));
        audit.record(who, "terms.draft", "version " + (terms.currentVersion() + 1), null, texts);
    }

    /**
     * Publishes the next version and deletes its draft; refuses with 409 if another version is published at the same
     * time.
     *
     * @param allowsPublication whether the texts allow prompts and answers to be published
     */
    int publish(Map<String, String> texts, boolean allowsPublication, String who) {
        int version = terms.currentVersion() + 1;
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        texts.forEach((language, text) -> terms.persist(Terms.of(version, language, text, allowsPublication, now)));
        drafts.deleteAll();
        flush();
        audit.record(who, "terms.publish", "version " + version, null, texts);
        return version;
    }

    private void flush() {
        try {
            terms.flush();
        } catch (ConstraintViolationException e) {
            throw Refusal.of(VoterMessages.class, Status.CONFLICT, "published-meanwhile",
                    VoterMessages::publishedMeanwhile);
        }
    }
}
