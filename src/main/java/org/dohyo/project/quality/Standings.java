package org.dohyo.project.quality;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response.Status;

import org.dohyo.account.Audit;
import org.dohyo.project.ProblemMessages;
import org.dohyo.project.Project;
import org.dohyo.project.ProjectRefusal;
import org.dohyo.project.people.Member;
import org.dohyo.project.people.MemberRole;
import org.dohyo.project.people.ProjectAccess;

/** Leaves annotators out and brings them back; their judgements stay stored either way. */
@ApplicationScoped
public class Standings {

    private final ProjectAccess access;
    private final Member.Repository members;
    private final StandingChange.Repository changes;
    private final Audit audit;
    private final Clock clock;

    Standings(ProjectAccess access, Member.Repository members, StandingChange.Repository changes, Audit audit,
            Clock clock) {
        this.access = access;
        this.members = members;
        this.changes = changes;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Whoever is left out gets no further item, and what was judged doesn't count. The same state again changes
     * nothing.
     *
     * @param number the annotator's
     * @param reason may be null for bringing back
     * @throws RuntimeException 404 without such an annotator, 400 if the reason is missing
     */
    @Transactional
    public void set(String slug, int number, boolean leftOut, String reason, String who) {
        Project project = access.ownOpen(slug);
        Member member = members.annotators(project.id).stream().filter(one -> one.number == number).findFirst()
                .flatMap(one -> members.lock(one.id)).filter(one -> one.role == MemberRole.ANNOTATOR)
                .orElseThrow(() -> ProjectRefusal.of(Status.NOT_FOUND, "unknown-annotator",
                        ProblemMessages::unknownAnnotator));
        if (leftOut && reason == null) {
            throw ProjectRefusal.field("reason", ProblemMessages::required);
        }
        if (leftOut == (member.leftOutAt != null)) {
            return;
        }
        StandingChange change = new StandingChange();
        change.memberId = member.id;
        change.leftOut = leftOut;
        change.reason = reason == null ? "" : reason;
        change.decidedBy = who;
        change.decidedAt = clock.instant();
        changes.persist(change);
        member.leftOutAt = leftOut ? change.decidedAt : null;
        member.leftOutWhy = leftOut ? reason : null;
        audit.record(who, leftOut ? "leave-out" : "bring-back", "project:" + project.slug, null,
                new StandingChange.View(number, leftOut, change.reason, who, change.decidedAt));
    }
}
