package org.dohyo.project.quality;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.project.Criterion;
import org.dohyo.project.judgement.CountedJudgements;
import org.dohyo.project.judgement.Rating;
import org.dohyo.project.people.ProjectAccess;
import org.dohyo.project.queue.AssignmentState;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.core.Vertx;

/** The figures on a project's annotators, computed anew when something was judged or decided. */
@ApplicationScoped
public class Quality {

    /** By one criterion; of more, the newest are read. */
    private static final int MOST_JUDGEMENTS = 100_000;

    private final ProjectAccess access;
    private final Criterion.Repository criteria;
    private final Rating.Repository ratings;
    private final CountedJudgements judgements;
    private final Kept<CountedJudgements.Stamp, QualityReport> kept;

    Quality(ProjectAccess access, Criterion.Repository criteria, Rating.Repository ratings,
            CountedJudgements judgements, Vertx vertx) {
        this.access = access;
        this.criteria = criteria;
        this.ratings = ratings;
        this.judgements = judgements;
        this.kept = new Kept<>(vertx, CountedJudgements.Stamp::sameDecisions);
    }

    /** @throws RuntimeException 404 unless the caller may read the project */
    public Kept.Answer<QualityReport> of(String slug) {
        long project = access.read(slug).project().id;
        return kept.of(project, judgements.stamp(project), () -> compute(project));
    }

    private QualityReport compute(long project) {
        List<QualityReport.OfCriterion> agreements = new ArrayList<>();
        Figures overall = null;
        boolean newest = false;
        for (Criterion criterion : QuarkusTransaction.requiringNew().call(() -> criteria.of(project))) {
            List<Said> said = QuarkusTransaction.requiringNew().call(() -> said(criterion.id));
            Figures figures = new Figures(said);
            newest |= said.size() == MOST_JUDGEMENTS;
            overall = overall == null ? figures : overall;
            agreements.add(figures.agreement(criterion.slug, criterion.name));
        }
        return new QualityReport(overall.counted().size(), newest, overall.times(), agreements, overall.annotators(),
                overall.disputed());
    }

    /** In the order of time. */
    private List<Said> said(long criterion) {
        List<Said> newestFirst = ratings.find("""
                select i.id, i.modelA, i.modelB, m.number, a.kind, r.value, r.bothBad,
                    case when m.leftOutAt is null then false else true end, i.known, a.reservedAt, a.decidedAt
                from Rating r join Assignment a on a.id = r.assignmentId join Item i on i.id = a.itemId
                    join Member m on m.id = a.memberId
                where r.criterionId = ?1 and a.state = ?2
                order by a.decidedAt desc, a.id""", criterion, AssignmentState.JUDGED).page(0, MOST_JUDGEMENTS)
                .project(Said.class).list();
        List<Said> rising = new ArrayList<>(newestFirst);
        Collections.reverse(rising);
        return rising;
    }
}
