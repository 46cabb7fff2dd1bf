package org.dohyo.project.judgement;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response.Status;

import org.dohyo.project.Criterion;
import org.dohyo.project.ProblemMessages;
import org.dohyo.project.ProjectProblems;
import org.dohyo.project.ProjectRefusal;
import org.dohyo.project.people.Annotators;
import org.dohyo.project.people.Member;
import org.dohyo.project.queue.Assignment;
import org.dohyo.project.queue.AssignmentState;
import org.dohyo.project.queue.Queue;

/** Stores judgements: each once, whole, and only of what is reserved for the annotator. */
@ApplicationScoped
public class Judgements {

    private final Assignment.Repository assignments;
    private final Member.Repository members;
    private final Criterion.Repository criteria;
    private final Rating.Repository ratings;
    private final Highlights highlights;
    private final Clock clock;

    Judgements(Assignment.Repository assignments, Member.Repository members, Criterion.Repository criteria,
            Rating.Repository ratings, Highlights highlights, Clock clock) {
        this.assignments = assignments;
        this.members = members;
        this.criteria = criteria;
        this.ratings = ratings;
        this.highlights = highlights;
        this.clock = clock;
    }

    /** @param judged how many items the annotator has judged now */
    public record Stored(int judged) {
    }

    /**
     * The same judgement again changes nothing.
     *
     * @param preferences by the criterion's slug
     * @param comment may be null
     * @param passages that the annotator marked; may be null
     * @throws RuntimeException 400 naming a wrong criterion or passage, 404 if the item isn't reserved for the
     *         annotator, 409 if the annotator has said something else about it or the project is closed
     */
    @Transactional
    public Stored judge(Annotators.Annotator annotator, UUID id, Map<String, String> preferences, String comment,
            List<Passage> passages) {
        Member member = members.lock(annotator.member().id).orElseThrow(ProjectProblems::unknown);
        Assignment assignment = assignments.lock(id, member.id).orElseThrow(Queue::gone);
        List<Rating> given = read(assignment, preferences);
        List<Highlight> marked = highlights.read(assignment, passages);
        if (assignment.state != AssignmentState.RESERVED) {
            requireSame(assignment, given, marked);
            return new Stored(member.judged);
        }
        Highlights.requireWanted(annotator.project(), marked);
        if (!annotator.project().isOpen(clock.instant())) {
            throw ProjectRefusal.of(Status.CONFLICT, "project-closed", ProblemMessages::closed);
        }
        assignment.state = AssignmentState.JUDGED;
        assignment.decidedAt = clock.instant();
        assignment.comment = comment;
        ratings.persist(given);
        highlights.store(marked);
        member.judged++;
        return new Stored(member.judged);
    }

    private void requireSame(Assignment assignment, List<Rating> given, List<Highlight> marked) {
        List<Rating> stored = ratings.of(assignment.id);
        boolean same = assignment.state == AssignmentState.JUDGED && stored.size() == given.size()
                && IntStream.range(0, given.size()).allMatch(i -> stored.get(i).says(given.get(i)))
                && highlights.stored(assignment, marked);
        if (!same) {
            throw ProjectRefusal.of(Status.CONFLICT, "already-decided", ProblemMessages::alreadyDecided);
        }
    }

    private List<Rating> read(Assignment assignment, Map<String, String> preferences) {
        List<Criterion> all = criteria.of(assignment.projectId);
        preferences.keySet().stream().filter(slug -> all.stream().noneMatch(one -> one.slug.equals(slug))).findFirst()
                .ifPresent(slug -> {
                    throw ProjectRefusal.field("ratings." + slug, ProblemMessages::noCriterion);
                });
        List<Rating> given = new ArrayList<>();
        for (Criterion criterion : all) {
            String name = preferences.get(criterion.slug);
            String field = "ratings." + criterion.slug;
            if (Objects.nonNull(name)) {
                Preference preference = Preference.of(name, criterion.scale)
                        .orElseThrow(() -> ProjectRefusal.field(field,
                                words -> words.oneOf(String.join(", ",
                                        Preference.on(criterion.scale).stream().map(Preference::name).toList()))));
                given.add(Rating.of(assignment.id, criterion.id, preference, assignment.swapped));
            } else if (criterion.required) {
                throw ProjectRefusal.field(field, ProblemMessages::required);
            }
        }
        given.sort(Comparator.comparingLong(rating -> rating.criterionId));
        return given;
    }
}
