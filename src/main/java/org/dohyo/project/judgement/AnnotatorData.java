package org.dohyo.project.judgement;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.project.Criterion;
import org.dohyo.project.Project;
import org.dohyo.project.people.Member;
import org.dohyo.project.queue.Assignment;
import org.dohyo.project.queue.Queue;
import org.dohyo.voter.PersonalData;

import com.fasterxml.jackson.core.JsonGenerator;

import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * A voter's part in projects. Erased, judgements stay under the annotator's number alone, without the comments and
 * the marked passages: the owner's figures rest on them, and nothing leads back to the voter.
 */
@ApplicationScoped
@Priority(90)
class AnnotatorData implements PersonalData {

    private final Member.Repository members;
    private final Project.Repository projects;
    private final Criterion.Repository criteria;
    private final Assignment.Repository assignments;
    private final Rating.Repository ratings;
    private final Highlight.Repository highlights;
    private final Queue queue;

    AnnotatorData(Member.Repository members, Project.Repository projects, Criterion.Repository criteria,
            Assignment.Repository assignments, Rating.Repository ratings,
            Highlight.Repository highlights, Queue queue) {
        this.members = members;
        this.projects = projects;
        this.criteria = criteria;
        this.assignments = assignments;
        this.ratings = ratings;
        this.highlights = highlights;
        this.queue = queue;
    }

    private record Exported(String project, int annotator, Instant joinedAt, List<ExportedJudgement> judgements) {
    }

    /** @param swapped true if the values are of the answer on the side B */
    private record ExportedJudgement(String state, Instant reservedAt, Instant decidedAt, boolean swapped,
            Map<String, Short> values, String comment, List<Passage> highlights, String skipReason) {
    }

    @Override
    public void export(long voterId, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("projects");
        for (long member : QuarkusTransaction.requiringNew()
                .call(() -> members.ofVoter(voterId).stream().map(one -> one.id).toList())) {
            json.writePOJO(QuarkusTransaction.requiringNew().call(() -> exported(member)));
        }
        json.writeEndArray();
    }

    private Exported exported(long id) {
        Member member = members.findById(id);
        Map<Long, String> slugs = criteria.of(member.projectId).stream()
                .collect(Collectors.toMap(one -> one.id, one -> one.slug));
        List<Assignment> own = assignments.of(id);
        Map<UUID, Map<String, Short>> values = ratings.of(own.stream().map(one -> one.id).toList()).stream()
                .collect(Collectors.groupingBy(rating -> rating.assignmentId,
                        Collectors.toMap(rating -> slugs.get(rating.criterionId), rating -> rating.value)));
        Map<UUID, List<Highlight>> marked = highlights.of(own.stream().map(one -> one.id).toList()).stream()
                .collect(Collectors.groupingBy(highlight -> highlight.assignmentId));
        List<ExportedJudgement> judgements = new ArrayList<>();
        own.forEach(one -> judgements.add(new ExportedJudgement(one.state.label(), one.reservedAt, one.decidedAt,
                one.swapped, values.get(one.id), one.comment, marked.getOrDefault(one.id, List.of()).stream()
                        .map(highlight -> Passage.of(highlight, one.swapped)).toList(),
                one.skipReason)));
        return new Exported(projects.findById(member.projectId).name, member.number, member.joinedAt, judgements);
    }

    @Override
    public void erase(long voterId) {
        for (Member member : members.ofVoter(voterId)) {
            highlights.forget(member.id);
            queue.forget(member.id);
            member.forgetIdentity();
        }
    }
}
