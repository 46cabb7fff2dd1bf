package org.dohyo.project.quality;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response.Status;

import org.dohyo.account.Audit;
import org.dohyo.project.Criterion;
import org.dohyo.project.ProblemMessages;
import org.dohyo.project.Project;
import org.dohyo.project.ProjectRefusal;
import org.dohyo.project.judgement.Preference;
import org.dohyo.project.people.ProjectAccess;
import org.dohyo.project.queue.Item;

/** Stores the owner's final judgements. */
@ApplicationScoped
public class Adjudications {

    private final ProjectAccess access;
    private final Criterion.Repository criteria;
    private final Item.Repository items;
    private final Adjudication.Repository adjudications;
    private final Audit audit;
    private final Clock clock;

    Adjudications(ProjectAccess access, Criterion.Repository criteria, Item.Repository items,
            Adjudication.Repository adjudications, Audit audit, Clock clock) {
        this.access = access;
        this.criteria = criteria;
        this.items = items;
        this.adjudications = adjudications;
        this.audit = audit;
        this.clock = clock;
    }

    /** What the audit trail keeps. */
    private record Trace(long item, String criterion, String preference) {
    }

    /**
     * @param slug of the project
     * @param preference as if the item's first model were on the side A
     * @throws RuntimeException 400 naming a wrong field, 404 if the item isn't in the project
     */
    @Transactional
    public void add(String slug, long itemId, String criterionSlug, String preference, String comment, String who) {
        Project project = access.ownOpen(slug);
        Item item = items.findByIdOptional(itemId).filter(one -> one.projectId == project.id).orElseThrow(
                () -> ProjectRefusal.of(Status.NOT_FOUND, "unknown-item", ProblemMessages::unknownItem));
        Criterion criterion = criteria.of(project.id).stream().filter(one -> one.slug.equals(criterionSlug)).findFirst()
                .orElseThrow(() -> ProjectRefusal.field("criterion", ProblemMessages::noCriterion));
        Preference chosen = Preference.of(preference, criterion.scale)
                .orElseThrow(() -> ProjectRefusal.field("preference",
                        words -> words.oneOf(String.join(", ",
                                Preference.on(criterion.scale).stream().map(Preference::name).toList()))));
        Adjudication adjudication = new Adjudication();
        adjudication.projectId = project.id;
        adjudication.itemId = item.id;
        adjudication.criterionId = criterion.id;
        adjudication.value = chosen.valueFor(false);
        adjudication.bothBad = chosen.isBothBad();
        adjudication.comment = comment == null ? "" : comment;
        adjudication.decidedBy = who;
        adjudication.decidedAt = clock.instant();
        adjudications.persist(adjudication);
        audit.record(who, "adjudicate", "project:" + project.slug, null,
                new Trace(item.id, criterion.slug, preference));
    }
}
