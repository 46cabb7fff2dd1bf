package org.dohyo.project.board;

import java.util.List;
import java.util.OptionalLong;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.HttpHeaders;

import org.dohyo.project.Criterion;
import org.dohyo.project.ProblemMessages;
import org.dohyo.project.Scale;
import org.dohyo.project.content.AnsweringModel;
import org.dohyo.project.log.LogSizes;
import org.dohyo.rating.sequential.Comparison;
import org.dohyo.rating.sequential.MeanInterval;
import org.dohyo.rating.sequential.Verdict;
import org.dohyo.web.ParameterPlace;

/** Answers whether a model of a project is better than another, by the e-process of {@link Comparison}. */
@ApplicationScoped
public class ModelComparisons {

    /** The probability of a false decision. */
    private static final double ALPHA = 0.05;
    /** The first ones; more would only decide what is decided. */
    private static final int MOST_JUDGEMENTS = 100_000;

    private final BoardAccess access;
    private final Criterion.Repository criteria;
    private final AnsweringModel.Repository models;
    private final BoardVotes votes;
    private final LogSizes sizes;

    ModelComparisons(BoardAccess access, Criterion.Repository criteria, AnsweringModel.Repository models,
            BoardVotes votes, LogSizes sizes) {
        this.access = access;
        this.criteria = criteria;
        this.models = models;
        this.votes = votes;
        this.sizes = sizes;
    }

    /**
     * @param a the name of the model that {@code b} is compared with
     * @param criterion its slug
     * @param margin a difference of the mean score, above 0 and at most 1, that counts as none; null for none
     * @throws RuntimeException 404 unless the caller may see the boards, 400 naming a wrong parameter
     */
    @Transactional
    public Compared of(String slug, String a, String b, String criterion, Double margin, HttpHeaders headers) {
        long project = access.of(slug, headers).project().id;
        Criterion by = criteria.of(project).stream().filter(one -> one.slug.equals(criterion)).findFirst()
                .orElse(null);
        ParameterPlace.QUERY.check(ProblemMessages.class, "criterion", by != null, ProblemMessages::criterionSlug);
        List<AnsweringModel> all = models.of(project);
        AnsweringModel modelA = named("a", a, all);
        AnsweringModel modelB = named("b", b, all);
        ParameterPlace.QUERY.check(ProblemMessages.class, "b", !modelA.id.equals(modelB.id),
                ProblemMessages::otherThanA);
        ParameterPlace.QUERY.check(ProblemMessages.class, "margin", margin == null || margin > 0 && margin <= 1,
                ProblemMessages::margin);
        long size = sizes.of(project);
        List<OrderedVote> judged = votes.of(by.id, size, Math.min(modelA.id, modelB.id),
                Math.max(modelA.id, modelB.id), MOST_JUDGEMENTS);
        return compared(by, modelA, modelB, judged, size, margin);
    }

    private static AnsweringModel named(String parameter, String name, List<AnsweringModel> models) {
        AnsweringModel named = models.stream().filter(model -> model.name.equals(name)).findFirst().orElse(null);
        ParameterPlace.QUERY.check(ProblemMessages.class, parameter, named != null, ProblemMessages::modelName);
        return named;
    }

    private static Compared compared(Criterion by, AnsweringModel a, AnsweringModel b, List<OrderedVote> judged,
            long size, Double margin) {
        double[] scores = judged.stream().mapToDouble(vote -> score(vote, b.id, by.scale)).toArray();
        Comparison comparison = Comparison.of(scores, ALPHA);
        MeanInterval mean = MeanInterval.of(scores, comparison, ALPHA);
        return new Compared(by.slug, a.name, b.name, scores.length,
                judged.stream().mapToLong(OrderedVote::member).distinct().count(), size, mean.estimate(), mean.low(),
                mean.high(), last(comparison.forB()), last(comparison.forA()), decision(comparison, mean, margin),
                boxed(comparison.decidedAfter()), boxed(comparison.stillNeeded()), margin);
    }

    /** Of B, from −1 to 1. */
    private static double score(OrderedVote vote, long b, Scale scale) {
        double ofFirst = scale == Scale.FIVE_POINT ? vote.value() / 2.0 : vote.value();
        return vote.modelA() == b ? ofFirst : -ofFirst;
    }

    private static Decision decision(Comparison comparison, MeanInterval mean, Double margin) {
        if (comparison.verdict() != Verdict.UNDECIDED) {
            return comparison.verdict() == Verdict.B_BETTER ? Decision.BETTER : Decision.WORSE;
        }
        return margin != null && mean.low() > -margin && mean.high() < margin ? Decision.EQUIVALENT
                : Decision.NOT_YET;
    }

    private static double last(double[] evidence) {
        return evidence.length == 0 ? 1 : evidence[evidence.length - 1];
    }

    private static Long boxed(OptionalLong number) {
        return number.isPresent() ? Long.valueOf(number.getAsLong()) : null;
    }
}
