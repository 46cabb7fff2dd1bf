package org.dohyo.dataset.release;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.dohyo.account.Audit;
import org.dohyo.dataset.exports.ExportSelection;
import org.dohyo.log.Checkpoints;

import io.quarkus.narayana.jta.QuarkusTransaction;

/** Makes drafts by the schedule of an admin. A draft is all that it makes: people review and publish it. */
@ApplicationScoped
class Schedules {

    private static final String SUBJECT = "release-schedule";

    private final ReleaseSchedule.Repository schedules;
    private final Release.Repository releases;
    private final Releases drafts;
    private final Checkpoints checkpoints;
    private final Audit audit;
    private final Clock clock;

    Schedules(ReleaseSchedule.Repository schedules, Release.Repository releases, Releases drafts,
            Checkpoints checkpoints, Audit audit, Clock clock) {
        this.schedules = schedules;
        this.releases = releases;
        this.drafts = drafts;
        this.checkpoints = checkpoints;
        this.audit = audit;
        this.clock = clock;
    }

    /** Empty before the first change. */
    @Transactional
    Optional<ReleaseSchedule> current() {
        return schedules.only();
    }

    /** @param selection of which only category and language are used */
    @Transactional
    ReleaseSchedule change(Cadence cadence, String title, License license, ExportSelection selection, boolean sinceLast,
            String who) {
        Map<String, Object> before = schedules.only().map(Schedules::facts).orElse(null);
        ReleaseSchedule schedule = schedules.only().orElseGet(ReleaseSchedule::new);
        schedule.cadence = cadence;
        schedule.title = title;
        schedule.license = license;
        schedule.category = selection.category();
        schedule.language = selection.language();
        schedule.sinceLast = sinceLast;
        schedule.changedBy = who;
        schedule.changedAt = clock.instant();
        schedule.nextAt = cadence.next(schedule.changedAt);
        schedules.persist(schedule);
        audit.record(who, "change", SUBJECT, before, facts(schedule));
        return schedule;
    }

    /**
     * Makes a draft if one is due. While an earlier one awaits its review the due one has to wait too, so that they
     * don't pile up; without a checkpoint of the log it is left out.
     */
    void draftIfDue() {
        QuarkusTransaction.requiringNew().run(() -> {
            Instant now = clock.instant();
            schedules.takeDue(now).filter(schedule -> !releases.scheduledAwaitsReview()).ifPresent(schedule -> {
                if (checkpoints.newest().isPresent()) {
                    drafts.begin(draft(schedule, schedule.cadence.begin(now)), schedule.changedBy);
                }
                schedule.nextAt = schedule.cadence.next(now);
            });
        });
    }

    private Release draft(ReleaseSchedule schedule, Instant end) {
        Release release = new Release();
        release.title = schedule.title + " " + end.toString().substring(0, "2026-11-01".length());
        release.license = schedule.license;
        release.category = schedule.category;
        release.language = schedule.language;
        release.beginAt = schedule.sinceLast ? releases.endOfLastScheduled() : null;
        release.endAt = end;
        release.scheduled = true;
        return release;
    }

    private static Map<String, Object> facts(ReleaseSchedule schedule) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("cadence", schedule.cadence.name());
        facts.put("title", schedule.title);
        facts.put("license", schedule.license.spdx());
        facts.put("category", schedule.category);
        facts.put("language", schedule.language);
        facts.put("sinceLast", schedule.sinceLast);
        return facts;
    }
}
