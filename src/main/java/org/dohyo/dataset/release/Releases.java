package org.dohyo.dataset.release;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response.Status;

import org.dohyo.account.Audit;
import org.dohyo.battle.Exchange;
import org.dohyo.dataset.exports.ExportSelection;
import org.dohyo.dataset.exports.ExportedVotes;
import org.dohyo.dataset.release.search.Finding;
import org.dohyo.log.Checkpoints;

/** The life of a release: draft, search ({@link PreparationJob}), review, {@link Publication}, withdrawal. */
@ApplicationScoped
class Releases {

    /** How many positions of the log are read at once, with texts. */
    static final int STRETCH = 250;
    /** Of a transaction that reads all texts. */
    static final Duration LONGEST = Duration.ofHours(2);

    private final Release.Repository releases;
    private final Finding.Repository findings;
    private final ReleaseBattle.Repository battles;
    private final Preparation.Repository preparations;
    private final FileStore files;
    private final ExportedVotes votes;
    private final Checkpoints checkpoints;
    private final Audit audit;
    private final Clock clock;

    Releases(Release.Repository releases, Finding.Repository findings, ReleaseBattle.Repository battles,
            Preparation.Repository preparations, FileStore files, ExportedVotes votes, Checkpoints checkpoints,
            Audit audit, Clock clock) {
        this.releases = releases;
        this.findings = findings;
        this.battles = battles;
        this.preparations = preparations;
        this.files = files;
        this.votes = votes;
        this.checkpoints = checkpoints;
        this.audit = audit;
        this.clock = clock;
    }

    private Release one(long id) {
        return releases.findByIdOptional(id).orElseThrow(Refused::unknown);
    }

    /** Begins a draft of the selected votes up to the log's newest checkpoint; {@link PreparationJob} searches it. */
    @Transactional
    Release draft(String title, License license, ExportSelection selection, String who) {
        Release release = new Release();
        release.title = title;
        release.license = license;
        release.category = selection.category();
        release.language = selection.language();
        release.beginAt = selection.from();
        release.endAt = selection.to();
        return begin(release, who);
    }

    /** Begins a draft in place of a withdrawn release: the same votes without what was erased, the same decisions. */
    @Transactional
    Release anew(long id, String who) {
        // Locked, so that of two calls at once one finds the other's draft.
        Release old = releases.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(Refused::unknown);
        if (old.state != Release.State.WITHDRAWN) {
            throw Refused.of(Status.CONFLICT, "not-withdrawn", ReleaseMessages::notWithdrawn);
        }
        releases.draftInPlaceOf(id).ifPresent(draft -> {
            throw Refused.of(Status.CONFLICT, "already-drafted", words -> words.alreadyDrafted(draft.id));
        });
        Release release = new Release();
        release.title = old.title;
        release.license = old.license;
        release.category = old.category;
        release.language = old.language;
        release.beginAt = old.beginAt;
        release.endAt = old.endAt;
        release.logSize = old.logSize;
        release.checkpoint = old.checkpoint;
        release.replaces = old.id;
        return begin(release, who);
    }

    /** Stores a draft, of the log's newest checkpoint unless it has one, in the caller's transaction. */
    Release begin(Release release, String who) {
        if (release.checkpoint == null) {
            Checkpoints.Signed signed = checkpoints.newest()
                    .orElseThrow(() -> Refused.of(Status.CONFLICT, "no-votes", ReleaseMessages::noCheckpoint));
            release.logSize = signed.checkpoint().size();
            release.checkpoint = signed.note().toString();
        }
        release.madeBy = who;
        release.madeAt = clock.instant();
        releases.persistAndFlush(release);
        preparations.persist(Preparation.of(release.id));
        audit.record(who, "draft", subject(release.id), null, facts(release));
        return release;
    }

    /**
     * A release and how far it is.
     *
     * @param searched the positions of the log that were searched of a draft that is being prepared or has failed; else
     *        null
     * @param failure why the search ended, or null
     */
    record Staged(Release release, Preparation.Stage stage, Long searched, String failure) {

        static Staged of(Release release, Preparation preparation) {
            return new Staged(release, Preparation.Stage.of(release, preparation),
                    preparation == null ? null : preparation.searched,
                    preparation == null ? null : preparation.failure);
        }
    }

    /** All releases, the newest first. */
    @Transactional
    List<Staged> all() {
        Map<Long, Preparation> preparing = preparations.byRelease();
        return releases.newestFirst().stream().map(release -> Staged.of(release, preparing.get(release.id))).toList();
    }

    @Transactional
    Staged staged(long id) {
        return Staged.of(one(id), preparations.findById(id));
    }

    /** Goes on with the search of a draft that failed, from where it ended. */
    @Transactional
    void retry(long id, String who) {
        draft(id);
        Preparation failed = preparations.findByIdOptional(id).filter(preparation -> preparation.failure != null)
                .orElseThrow(() -> Refused.of(Status.CONFLICT, "not-failed", ReleaseMessages::notFailed));
        failed.failure = null;
        audit.record(who, "retry", subject(id), null, null);
    }

    /**
     * A finding with the text around it.
     *
     * @param kept true if it stays in the text
     */
    record Shown(long id, UUID battle, int turn, String place, String kind, String before, String found, String after,
            boolean kept) {

        private static final int AROUND = 80;

        static Shown of(Finding finding, String text) {
            int first = Math.min(finding.first, text.length());
            int last = Math.min(finding.last, text.length());
            return new Shown(finding.id, finding.battleId, finding.turn, finding.place.name(), finding.kind.label(),
                    text.substring(Math.max(0, first - AROUND), first), text.substring(first, last),
                    text.substring(last, Math.min(text.length(), last + AROUND)), finding.keptBy != null);
        }
    }

    /** The findings of a draft behind one of them; those whose text was erased meanwhile are left out. */
    @Transactional
    List<Shown> findings(long id, long after, int limit) {
        one(id);
        List<Finding> page = findings.after(id, after, limit);
        Map<UUID, List<Exchange>> texts = votes.texts(page.stream().map(finding -> finding.battleId).toList());
        List<Shown> shown = new ArrayList<>();
        for (Finding finding : page) {
            texts.getOrDefault(finding.battleId, List.of()).stream().filter(turn -> turn.turn() == finding.turn)
                    .forEach(turn -> shown.add(Shown.of(finding, finding.place.text(turn))));
        }
        return shown;
    }

    /** The number of findings of a release. */
    @Transactional
    long findings(long id) {
        return findings.count("releaseId", id);
    }

    /** Keeps a place of a draft in the text, or redacts it after all. */
    @Transactional
    void decide(long id, long finding, boolean kept, String who) {
        searched(id);
        Finding found = findings.find("id = ?1 and releaseId = ?2", finding, id).firstResultOptional()
                .orElseThrow(
                        () -> Refused.of(Status.NOT_FOUND, "no-such-finding", ReleaseMessages::noSuchFinding));
        found.keptBy = kept ? who : null;
        audit.record(who, kept ? "keep" : "redact", subject(id) + "/finding:" + finding, null, null);
    }

    /** The draft with its row locked; 409 if it is no draft any more. */
    Release draft(long id) {
        Release release = releases.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(Refused::unknown);
        if (release.state != Release.State.DRAFT) {
            throw Refused.of(Status.CONFLICT, "not-a-draft", ReleaseMessages::publishedAlready);
        }
        return release;
    }

    /** As {@link #draft}; 409 also if it has not been searched to its end. */
    Release searched(long id) {
        Release draft = draft(id);
        if (preparations.findByIdOptional(id).isPresent()) {
            throw Refused.of(Status.CONFLICT, "still-preparing", ReleaseMessages::stillPreparing);
        }
        return draft;
    }

    /** Deletes a draft. */
    @Transactional
    void discard(long id, String who) {
        Release draft = draft(id);
        findings.delete("releaseId", id);
        preparations.deleteById(id);
        releases.delete(draft);
        audit.record(who, "discard", subject(id), facts(draft), null);
    }

    /** Withdraws a published release: its files are deleted, and a tombstone with the reason stays. */
    @Transactional
    void withdraw(long id, String reason, String who) {
        Release release = releases.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(Refused::unknown);
        if (release.state != Release.State.PUBLISHED) {
            throw Refused.of(Status.CONFLICT, "not-published", ReleaseMessages::notPublished);
        }
        withdraw(release, null, reason);
        audit.record(who, "withdraw", subject(id), null, Map.of("reason", reason));
    }

    /** As above, in the caller's transaction. */
    void withdraw(Release release, WithdrawalCause cause) {
        withdraw(release, cause, null);
    }

    private void withdraw(Release release, WithdrawalCause cause, String reason) {
        release.withdraw(cause, reason, clock.instant());
        files.delete(release.id);
        battles.delete("releaseId", release.id);
    }

    static String subject(long id) {
        return "release:" + id;
    }

    static Map<String, Object> facts(Release release) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("title", release.title);
        facts.put("license", release.license.spdx());
        facts.put("category", release.category);
        facts.put("language", release.language);
        facts.put("from", text(release.beginAt));
        facts.put("to", text(release.endAt));
        facts.put("logSize", release.logSize);
        facts.put("battles", release.battles);
        return facts;
    }

    private static String text(Instant time) {
        return time == null ? "" : time.toString();
    }
}
