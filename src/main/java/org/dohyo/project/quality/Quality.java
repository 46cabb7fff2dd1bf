package org.dohyo.project.quality;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.project.Criterion;
import org.dohyo.project.Project;
import org.dohyo.project.judgement.CountedJudgements;
import org.dohyo.project.judgement.Rating;
import org.dohyo.project.people.ProjectAccess;
import org.dohyo.project.queue.AssignmentState;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * The figures on a project's annotators. They are kept until something is judged or decided; while people judge, they
 * are computed anew only so often that it takes a tenth of the time.
 */
@ApplicationScoped
public class Quality {

    /** By one criterion; of more, the newest are read. */
    private static final int MOST_JUDGEMENTS = 100_000;
    private static final int MOST_PROJECTS = 50;
    private static final int REST = 10;

    private final ProjectAccess access;
    private final Criterion.Repository criteria;
    private final Rating.Repository ratings;
    private final CountedJudgements judgements;
    private final Cache<Long, Computed> computed = Caffeine.newBuilder().maximumSize(MOST_PROJECTS).build();

    Quality(ProjectAccess access, Criterion.Repository criteria, Rating.Repository ratings,
            CountedJudgements judgements) {
        this.access = access;
        this.criteria = criteria;
        this.ratings = ratings;
        this.judgements = judgements;
    }

    private record Computed(CountedJudgements.Stamp stamp, Report report, long begun, long nanos) {

        /** Judgements that came meanwhile may wait for a while, decisions may not. */
        boolean isGood(CountedJudgements.Stamp now) {
            return stamp.equals(now)
                    || stamp.sameDecisions(now) && System.nanoTime() - begun < REST * nanos;
        }
    }

    /** @throws RuntimeException 404 unless the caller may read the project */
    public Report of(String slug) {
        Project project = access.read(slug).project();
        CountedJudgements.Stamp stamp = judgements.stamp(project.id);
        return computed.asMap().compute(project.id,
                (id, known) -> known != null && known.isGood(stamp) ? known : compute(id, stamp)).report;
    }

    private Computed compute(long project, CountedJudgements.Stamp stamp) {
        long begun = System.nanoTime();
        List<Report.OfCriterion> agreements = new ArrayList<>();
        Figures overall = null;
        boolean newest = false;
        for (Criterion criterion : QuarkusTransaction.requiringNew().call(() -> criteria.of(project))) {
            List<Said> said = QuarkusTransaction.requiringNew().call(() -> said(criterion.id));
            Figures figures = new Figures(said);
            newest |= said.size() == MOST_JUDGEMENTS;
            overall = overall == null ? figures : overall;
            agreements.add(figures.agreement(criterion.slug, criterion.name));
        }
        Report report = new Report(overall.counted().size(), newest, overall.times(), agreements,
                overall.annotators(), overall.disputed());
        return new Computed(stamp, report, begun, System.nanoTime() - begun);
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
