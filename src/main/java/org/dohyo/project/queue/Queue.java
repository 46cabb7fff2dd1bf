package org.dohyo.project.queue;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response.Status;

import org.dohyo.project.ProblemMessages;
import org.dohyo.project.Project;
import org.dohyo.project.ProjectProblems;
import org.dohyo.project.ProjectRefusal;
import org.dohyo.project.content.Prompt;
import org.dohyo.project.content.RecordedAnswer;
import org.dohyo.project.people.Annotators;
import org.dohyo.project.people.Member;

import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * Gives annotators items. An item is kept for one of them for a while; a reload shows the same one again. What leaves
 * here names no model and no item of the plan.
 */
@ApplicationScoped
public class Queue {

    private final QueueRows rows;
    private final Checks checks;
    private final Member.Repository members;
    private final Assignment.Repository assignments;
    private final Item.Repository items;
    private final Prompt.Repository prompts;
    private final RecordedAnswer.Repository answers;
    private final RandomGenerator random;
    private final Clock clock;

    Queue(QueueRows rows, Checks checks, Member.Repository members, Assignment.Repository assignments,
            Item.Repository items,
            Prompt.Repository prompts, RecordedAnswer.Repository answers, RandomGenerator random, Clock clock) {
        this.rows = rows;
        this.checks = checks;
        this.members = members;
        this.assignments = assignments;
        this.items = items;
        this.prompts = prompts;
        this.answers = answers;
        this.random = random;
        this.clock = clock;
    }

    /** Why there is an item, or none. */
    public enum Standing {
        ITEM,
        /** Everything was judged, or is in others' hands. */
        DONE,
        QUOTA,
        /** The project is archived, or its deadline has passed. */
        CLOSED
    }

    /**
     * @param id of the reservation; null without an item, as are {@code turns} and {@code until}
     * @param judged how many items the annotator has judged
     */
    public record Next(Standing state, UUID id, List<Turn> turns, Instant until, int judged, Integer quota) {

        static Next none(Standing state, Member member) {
            return new Next(state, null, null, null, member.judged, member.quota);
        }
    }

    /** @param a the answer on the side A */
    public record Turn(String prompt, String a, String b) {
    }

    /** The annotator's reserved item, or a new one. */
    public Next next(Annotators.Annotator annotator) {
        Project project = annotator.project();
        QuarkusTransaction.requiringNew().run(() -> rows.sweep(project.id, clock.instant()));
        return QuarkusTransaction.requiringNew().call(() -> reserve(project, annotator.member().id));
    }

    private Next reserve(Project project, long memberId) {
        Instant now = clock.instant();
        Member member = members.lock(memberId).orElseThrow(ProjectProblems::unknown);
        if (!project.isOpen(now)) {
            return Next.none(Standing.CLOSED, member);
        }
        Optional<Assignment> reserved = assignments.reservedBy(member.id);
        if (reserved.isPresent()) {
            reserved.get().until = now.plus(project.reservation());
            return shown(reserved.get(), items.findById(reserved.get().itemId), member);
        }
        if (!member.isBelowQuota() || member.leftOutAt != null) {
            return Next.none(Standing.QUOTA, member);
        }
        return checks.draw(project, member)
                .or(() -> rows.take(member)
                        .map(item -> new Checks.Drawn(AssignmentKind.PLAIN, item, side(member, item))))
                .map(drawn -> assign(project, member, drawn, now))
                .orElseGet(() -> Next.none(Standing.DONE, member));
    }

    /** True if the item's first model comes on the side B. */
    private boolean side(Member member, QueueRows.Taken item) {
        int lead = rows.lead(member.id, item.modelA(), item.modelB());
        return lead > 0 || lead == 0 && random.nextBoolean();
    }

    private Next assign(Project project, Member member, Checks.Drawn drawn, Instant now) {
        QueueRows.Taken taken = drawn.item();
        Assignment assignment = new Assignment();
        assignment.id = UUID.randomUUID();
        assignment.projectId = project.id;
        assignment.itemId = taken.id();
        assignment.memberId = member.id;
        assignment.kind = drawn.kind();
        assignment.swapped = drawn.swapped();
        assignment.state = AssignmentState.RESERVED;
        assignment.reservedAt = now;
        assignment.until = now.plus(project.reservation());
        assignments.persist(assignment);
        rows.shown(member.id, assignment.swapped ? taken.modelB() : taken.modelA(),
                assignment.swapped ? taken.modelA() : taken.modelB());
        if (drawn.kind() == AssignmentKind.PLAIN) {
            member.cursorPlace = taken.place();
        }
        return shown(assignment, items.findById(taken.id()), member);
    }

    private Next shown(Assignment assignment, Item item, Member member) {
        return new Next(Standing.ITEM, assignment.id, turns(assignment, item), assignment.until, member.judged,
                member.quota);
    }

    /** The texts as the annotator sees them. */
    public List<Turn> turns(Assignment assignment) {
        return turns(assignment, items.findById(assignment.itemId));
    }

    private List<Turn> turns(Assignment assignment, Item item) {
        List<String> asked = prompts.findById(item.promptId).turns;
        List<String> first = answers.findAnswer(item.promptId, item.modelA).orElseThrow().turns;
        List<String> second = answers.findAnswer(item.promptId, item.modelB).orElseThrow().turns;
        List<String> a = assignment.swapped ? second : first;
        List<String> b = assignment.swapped ? first : second;
        return IntStream.range(0, asked.size())
                .mapToObj(turn -> new Turn(asked.get(turn), a.get(turn), b.get(turn))).toList();
    }

    /**
     * The annotator doesn't judge the item; somebody else gets it. Again, it changes nothing.
     *
     * @throws RuntimeException 404 if it isn't the annotator's, 409 if it was judged
     */
    @Transactional
    public void skip(Annotators.Annotator annotator, UUID id, String reason) {
        if (annotator.project().archivedAt != null) {
            throw ProjectProblems.archived();
        }
        Assignment assignment = assignments.lock(id, annotator.member().id).orElseThrow(Queue::gone);
        if (assignment.state == AssignmentState.JUDGED) {
            throw ProjectRefusal.of(Status.CONFLICT, "already-judged", ProblemMessages::alreadyJudged);
        }
        if (assignment.state == AssignmentState.RESERVED) {
            assignment.state = AssignmentState.SKIPPED;
            assignment.skipReason = reason;
            assignment.decidedAt = clock.instant();
            giveBack(assignment);
        }
    }

    private void giveBack(Assignment assignment) {
        if (assignment.kind == AssignmentKind.PLAIN) {
            rows.giveBack(assignment.itemId);
        }
    }

    /** Gives back what the annotator has reserved, and erases the annotator's words, in the caller's transaction. */
    public void forget(long memberId) {
        assignments.reservedBy(memberId).ifPresent(assignment -> {
            assignments.delete(assignment);
            giveBack(assignment);
        });
        assignments.update("comment = null, skipReason = null where memberId = ?1", memberId);
    }

    /** 404: the reservation has run out and the item is in other hands, or it never was the caller's. */
    public static RuntimeException gone() {
        return ProjectRefusal.of(Status.NOT_FOUND, "no-reservation", ProblemMessages::noReservation);
    }
}
