package org.dohyo.project.judge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.dohyo.benchmark.mtbench.JudgeVerdict;
import org.dohyo.project.judgement.CountedJudgements.Counted;
import org.dohyo.project.quality.Estimate;
import org.dohyo.rating.BradleyTerry;
import org.dohyo.rating.Fit;
import org.dohyo.rating.NotConvergedException;
import org.dohyo.rating.WeightedPair;
import org.dohyo.rating.agreement.Annotation;
import org.dohyo.rating.agreement.CohensKappa;
import org.dohyo.rating.agreement.KrippendorffsAlpha;
import org.dohyo.rating.agreement.Scale;
import org.dohyo.rating.judge.ConformalPrior;
import org.dohyo.rating.judge.Interval;
import org.dohyo.rating.judge.Judged;
import org.dohyo.rating.judge.JudgedPair;
import org.dohyo.rating.judge.JudgedRatings;

/**
 * A judge's verdicts beside people's judgements; plain arithmetic. People's items are a sample of the plan, whose order
 * is drawn by chance: an item's propensity is the share of its pair of models that people have judged. Pairs of which
 * they judged none are left out. A verdict that is missing or unreadable is a half, whatever people said.
 */
final class JudgeFigures {

    private static final long SEED = 18;
    private static final int SIDES = 3;
    private static final double MEAN = 1000;

    private final Map<Long, String> names;
    private final List<Long> models;
    private final Map<Long, Integer> places = new HashMap<>();
    private final List<Line> lines;
    private final boolean byAnnotator;

    /** An item of the plan. */
    record PlannedItem(long id, long prompt, long modelA, long modelB) {
    }

    /** @param first verdict on the item as planned; {@code second} with the answers swapped; null for none */
    private record Line(PlannedItem item, JudgeVerdict first, JudgeVerdict second, List<Counted> people) {

        boolean answered() {
            return !people.isEmpty();
        }

        boolean bothRead() {
            return first != null && second != null;
        }

        private static double score(JudgeVerdict verdict) {
            return verdict == null || verdict == JudgeVerdict.TIE ? 0.5 : verdict == JudgeVerdict.A ? 1 : 0;
        }

        /** 1 for the item's first model, 0 for the second. */
        double judge() {
            return (score(first) + 1 - score(second)) / 2;
        }

        double person() {
            return people.stream().mapToDouble(one -> (1 + Integer.signum(one.value())) / 2.0).average()
                    .orElse(Double.NaN);
        }

        /** 0, 1 or 2: for the second model, neither, the first. */
        private static int side(double score) {
            return 1 + (int) Math.signum(score - 0.5);
        }

        int judgesSide() {
            return side(judge());
        }

        int peoplesSide() {
            return side(person());
        }
    }

    private record Pair(long a, long b) {
    }

    /** @param names of all models by id */
    JudgeFigures(Map<Long, String> names, List<PlannedItem> items, List<Counted> people, List<Verdict.Read> verdicts) {
        this.names = names;
        this.models = items.stream().flatMap(item -> List.of(item.modelA(), item.modelB()).stream()).distinct().sorted()
                .toList();
        IntStream.range(0, models.size()).forEach(place -> places.put(models.get(place), place));
        Map<Long, List<Counted>> byItem = people.stream().collect(Collectors.groupingBy(Counted::item));
        Map<Long, JudgeVerdict> planned = new HashMap<>();
        Map<Long, JudgeVerdict> swapped = new HashMap<>();
        verdicts.forEach(one -> (one.swapped() ? swapped : planned).put(one.item(), one.verdict()));
        this.lines = items.stream().map(item -> new Line(item, planned.get(item.id()), swapped.get(item.id()),
                byItem.getOrDefault(item.id(), List.of()))).toList();
        this.byAnnotator = lines.stream().allMatch(line -> line.people.size() < 2)
                && people.stream().mapToLong(Counted::member).distinct().limit(2).count() > 1;
    }

    JudgeReport report() {
        List<Line> both = lines.stream()
                .filter(line -> line.answered() && (line.first != null || line.second != null)).toList();
        int[] people = both.stream().mapToInt(Line::peoplesSide).toArray();
        int[] judge = both.stream().mapToInt(Line::judgesSide).toArray();
        CohensKappa kappa = CohensKappa.of(SIDES, people, judge);
        long equal = IntStream.range(0, people.length).filter(i -> people[i] == judge[i]).count();
        List<Line> twice = lines.stream().filter(Line::bothRead).toList();
        long contradictions = twice.stream().filter(line -> line.first != line.second.swapped()).count();
        long first = twice.stream().filter(line -> line.first == JudgeVerdict.A && line.second == JudgeVerdict.A)
                .count();
        long last = twice.stream().filter(line -> line.first == JudgeVerdict.B && line.second == JudgeVerdict.B)
                .count();
        JudgedRatings ratings = ratings();
        Newcomers newcomers = ratings == null ? Newcomers.NONE : newcomers(ratings.without());
        return new JudgeReport(Estimate.of(kappa.kappa(), kappa.low(), kappa.high(), kappa.items()),
                Estimate.of(alpha(people, judge)), Estimate.share(equal, people.length),
                Estimate.share(contradictions, twice.size()), Estimate.share(first, first + last),
                ratings == null ? 0 : ratings.power(), byAnnotator, ratings == null ? List.of() : models(ratings),
                newcomers.calibration, newcomers.starts);
    }

    private static KrippendorffsAlpha alpha(int[] people, int[] judge) {
        List<Annotation> annotations = new ArrayList<>();
        for (int item = 0; item < people.length; item++) {
            annotations.add(new Annotation(item, 0, people[item]));
            annotations.add(new Annotation(item, 1, judge[item]));
        }
        return KrippendorffsAlpha.of(SIDES, annotations, Scale.NOMINAL, SEED);
    }

    private int place(long model) {
        return places.get(model);
    }

    /** Null if people have judged too little for any rating. */
    private JudgedRatings ratings() {
        Map<Pair, List<Line>> byPair = lines.stream()
                .collect(Collectors.groupingBy(line -> new Pair(line.item.modelA(), line.item.modelB())));
        List<JudgedPair> pairs = new ArrayList<>();
        Map<Long, Integer> clusters = new HashMap<>();
        byPair.values().forEach(of -> {
            double share = of.stream().filter(Line::answered).count() / (double) of.size();
            if (share > 0) {
                of.forEach(line -> pairs.add(new JudgedPair(place(line.item.modelA()), place(line.item.modelB()),
                        new Judged(line.judge(), line.person(), share, cluster(line, clusters)))));
            }
        });
        long voting = pairs.stream().filter(pair -> pair.judged().answered()).map(pair -> pair.judged().cluster())
                .distinct().limit(2).count();
        try {
            return voting < 2 ? null : JudgedRatings.of(models.size(), pairs);
        } catch (NotConvergedException e) {
            return null;
        }
    }

    private int cluster(Line line, Map<Long, Integer> clusters) {
        if (byAnnotator && !line.answered()) {
            return -1;
        }
        long key = byAnnotator ? line.people.get(0).member() : line.item.prompt();
        Integer known = clusters.putIfAbsent(key, clusters.size());
        return known == null ? clusters.get(key) : known;
    }

    private boolean isRated(Fit fit, int model) {
        return Double.isFinite(fit.covariance()[model][model]);
    }

    private List<JudgeReport.OfModel> models(JudgedRatings ratings) {
        long[] answered = new long[models.size()];
        lines.stream().filter(Line::answered).forEach(line -> {
            answered[place(line.item.modelA())]++;
            answered[place(line.item.modelB())]++;
        });
        return IntStream.range(0, models.size()).filter(model -> isRated(ratings.without(), model)).boxed()
                .sorted(Comparator.comparingDouble(model -> -ratings.with().ratings()[model]))
                .map(model -> new JudgeReport.OfModel(names.get(models.get(model)),
                        estimate(ratings.with(), model, answered[model]),
                        estimate(ratings.without(), model, answered[model])))
                .toList();
    }

    private static Estimate estimate(Fit fit, int model, long answered) {
        double rating = fit.ratings()[model];
        double half = fit.halfWidth(model);
        return Estimate.of(rating, rating - half, rating + half, answered);
    }

    private record Newcomers(int calibration, List<JudgeReport.Newcomer> starts) {

        static final Newcomers NONE = new Newcomers(0, List.of());
    }

    /**
     * Where models that people haven't judged may start: the judge's own ratings, with the mean that people's ratings
     * of the calibration models have by definition, so that nothing of theirs is fitted.
     */
    private Newcomers newcomers(Fit people) {
        Fit judge = judgesOwn();
        List<Integer> rated = IntStream.range(0, models.size()).filter(model -> isRated(people, model)).boxed()
                .toList();
        List<Integer> others = IntStream.range(0, models.size()).filter(model -> !isRated(people, model)).boxed()
                .toList();
        if (judge == null || others.isEmpty() || rated.size() < ConformalPrior.LEAST
                || rated.stream().map(model -> people.component()[model]).distinct().count() > 1
                || IntStream.of(judge.component()).distinct().count() > 1) {
            return new Newcomers(rated.size(), List.of());
        }
        double shift = MEAN - rated.stream().mapToDouble(model -> judge.ratings()[model]).average().orElse(MEAN);
        ConformalPrior prior = ConformalPrior.of(
                rated.stream().mapToDouble(model -> judge.ratings()[model] + shift).toArray(),
                rated.stream().mapToDouble(model -> people.ratings()[model]).toArray());
        return new Newcomers(rated.size(), others.stream().map(model -> {
            Interval start = prior.of(judge.ratings()[model] + shift);
            return new JudgeReport.Newcomer(names.get(models.get(model)),
                    Estimate.of(start.value(), start.low(), start.high(), prior.models()));
        }).toList());
    }

    /** Null if its verdicts give no ratings. */
    private Fit judgesOwn() {
        List<WeightedPair> pairs = lines.stream()
                .filter(line -> Objects.nonNull(line.first) || Objects.nonNull(line.second))
                .map(line -> new WeightedPair(place(line.item.modelA()), place(line.item.modelB()), line.judge(),
                        1 - line.judge(), 0))
                .toList();
        try {
            return pairs.isEmpty() ? null : BradleyTerry.ratings(models.size(), pairs);
        } catch (NotConvergedException e) {
            return null;
        }
    }
}
