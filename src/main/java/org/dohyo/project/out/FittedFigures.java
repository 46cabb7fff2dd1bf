package org.dohyo.project.out;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.project.Criterion;
import org.dohyo.project.Project;
import org.dohyo.project.Scale;
import org.dohyo.project.content.AnsweringModel;
import org.dohyo.project.out.CriterionFigures.Agreement;
import org.dohyo.project.out.CriterionFigures.Standing;
import org.dohyo.rating.Fit;
import org.dohyo.rating.agreement.Annotation;
import org.dohyo.rating.agreement.KrippendorffsAlpha;
import org.dohyo.rating.ordinal.OrdinalBradleyTerry;
import org.dohyo.rating.ordinal.OrdinalVote;

/** Fits ratings with intervals by annotators, and measures agreement, when they are asked for. */
@ApplicationScoped
class FittedFigures implements ProjectFigures {

    private static final int FEWEST_LEVELS = 3;
    private static final int MOST_LEVELS = 5;
    /** Worse, equal, better, both bad. */
    private static final int CATEGORIES = 4;

    private final Criterion.Repository criteria;
    private final AnsweringModel.Repository models;

    FittedFigures(Criterion.Repository criteria, AnsweringModel.Repository models) {
        this.criteria = criteria;
        this.models = models;
    }

    @Override
    public List<CriterionFigures> of(Project project, List<Rated> rated) {
        List<AnsweringModel> all = models.of(project.id);
        Map<Long, List<Rated>> byCriterion = rated.stream().collect(Collectors.groupingBy(Rated::criterion));
        return criteria.of(project.id).stream()
                .map(one -> figures(one, all, byCriterion.getOrDefault(one.id, List.of()), project.id)).toList();
    }

    private static CriterionFigures figures(Criterion criterion, List<AnsweringModel> all, List<Rated> rated,
            long seed) {
        if (rated.isEmpty()) {
            return new CriterionFigures(criterion.view(), 0, List.of(), true, agreement(criterion, rated, seed));
        }
        List<AnsweringModel> judged = judged(all, rated);
        Fit fit = fit(criterion, judged, rated);
        boolean comparable = Arrays.stream(fit.component()).distinct().count() <= 1;
        return new CriterionFigures(criterion.view(), rated.size(), board(judged, rated, fit), comparable,
                agreement(criterion, rated, seed));
    }

    private static List<AnsweringModel> judged(List<AnsweringModel> all, List<Rated> rated) {
        return all.stream().filter(model -> rated.stream().anyMatch(one -> concerns(one, model))).toList();
    }

    private static boolean concerns(Rated one, AnsweringModel model) {
        return one.modelA() == model.id || one.modelB() == model.id;
    }

    private static Fit fit(Criterion criterion, List<AnsweringModel> models, List<Rated> rated) {
        Map<Long, Integer> index = IntStream.range(0, models.size()).boxed()
                .collect(Collectors.toMap(i -> models.get(i).id, i -> i));
        Map<Long, Integer> annotators = new LinkedHashMap<>();
        int levels = criterion.scale == Scale.FIVE_POINT ? MOST_LEVELS : FEWEST_LEVELS;
        return OrdinalBradleyTerry.fit(models.size(), levels, rated.stream()
                .map(one -> new OrdinalVote(
                        annotators.computeIfAbsent(one.annotator(), annotator -> annotators.size()),
                        index.get(one.modelA()), index.get(one.modelB()), one.value() + levels / 2))
                .toList()).byAnnotators();
    }

    private static List<Standing> board(List<AnsweringModel> models, List<Rated> rated, Fit fit) {
        List<Integer> falling = IntStream.range(0, models.size()).boxed()
                .sorted((i, j) -> Double.compare(fit.ratings()[j], fit.ratings()[i])).toList();
        List<Standing> board = new ArrayList<>();
        for (int model : falling) {
            double rating = fit.ratings()[model];
            double half = fit.halfWidth(model);
            board.add(new Standing(board.size() + 1, models.get(model).name,
                    rated.stream().filter(one -> concerns(one, models.get(model))).count(), rating, rating - half,
                    rating + half, !fit.regularised()[model]));
        }
        return board;
    }

    /** An annotator's first judgement of an item; a repeated one says nothing about agreement with others. */
    private static Agreement agreement(Criterion criterion, List<Rated> rated, long seed) {
        boolean ordinal = criterion.scale == Scale.FIVE_POINT;
        Map<Long, Integer> items = new LinkedHashMap<>();
        Map<Long, Integer> annotators = new LinkedHashMap<>();
        Map<List<Integer>, Annotation> first = new LinkedHashMap<>();
        for (Rated one : rated) {
            int item = items.computeIfAbsent(one.item(), id -> items.size());
            int annotator = annotators.computeIfAbsent(one.annotator(), id -> annotators.size());
            int category = one.bothBad() ? CATEGORIES - 1
                    : one.value() + (ordinal ? MOST_LEVELS : FEWEST_LEVELS) / 2;
            first.putIfAbsent(List.of(item, annotator), new Annotation(item, annotator, category));
        }
        KrippendorffsAlpha alpha = KrippendorffsAlpha.of(ordinal ? MOST_LEVELS : CATEGORIES,
                List.copyOf(first.values()),
                ordinal ? org.dohyo.rating.agreement.Scale.ORDINAL : org.dohyo.rating.agreement.Scale.NOMINAL, seed);
        return new Agreement(number(alpha.alpha()), number(alpha.low()), number(alpha.high()), ordinal, alpha.items(),
                alpha.values());
    }

    private static Double number(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
