package org.dohyo.project.quality;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

import org.dohyo.rating.NotConvergedException;
import org.dohyo.rating.PairCount;
import org.dohyo.rating.agreement.Annotation;
import org.dohyo.rating.agreement.AnnotatorAgreement;
import org.dohyo.rating.agreement.Discrimination;
import org.dohyo.rating.agreement.KrippendorffsAlpha;
import org.dohyo.rating.agreement.PairwiseAgreement;
import org.dohyo.rating.agreement.Scale;

/** What the judgements by one criterion say about agreement and about each annotator; plain arithmetic. */
final class Figures {

    /** The bootstrap is seeded, so the same judgements give the same intervals. */
    private static final long SEED = 18;
    private static final int PARTS = 10;
    /** Items in a part at least; fewer say nothing about a change. */
    private static final int LEAST_IN_PART = 10;
    private static final int MOST_DISPUTED = 100;
    private static final int MOST_DISCRIMINATED = 500;

    private final List<Said> all;
    private final List<Said> counted;

    /** @param all in the order of time */
    Figures(List<Said> all) {
        this.all = all;
        this.counted = all.stream().filter(Said::counts).toList();
    }

    List<Said> counted() {
        return counted;
    }

    QualityReport.OfCriterion agreement(String slug, String name) {
        Estimate pairwise = Estimate
                .of(PairwiseAgreement.of(Said.NOMINAL, annotations(counted, Said::category), SEED));
        return new QualityReport.OfCriterion(slug, name, nominal(counted), ordinal(counted), pairwise, periods());
    }

    private static Estimate nominal(List<Said> said) {
        return Estimate.of(
                KrippendorffsAlpha.of(Said.NOMINAL, annotations(said, Said::category), Scale.NOMINAL, SEED));
    }

    private static Estimate ordinal(List<Said> said) {
        return Estimate.of(KrippendorffsAlpha.of(Said.ORDINAL, annotations(said, Said::step), Scale.ORDINAL, SEED));
    }

    private static List<Annotation> annotations(List<Said> said, ToIntFunction<Said> category) {
        Map<Long, Integer> items = new HashMap<>();
        List<Annotation> annotations = new ArrayList<>(said.size());
        for (Said one : said) {
            Integer item = items.get(one.item());
            if (item == null) {
                item = items.size();
                items.put(one.item(), item);
            }
            annotations.add(new Annotation(item, one.annotator(), category.applyAsInt(one)));
        }
        return annotations;
    }

    /** Tenths of the items that two or more judged, in the order of each one's last judgement; fewer parts of few. */
    private List<QualityReport.Period> periods() {
        List<List<Said>> finished = byItem().values().stream().filter(item -> item.size() > 1)
                .sorted(Comparator.comparing(item -> item.get(item.size() - 1).decidedAt())).toList();
        int parts = Math.min(PARTS, finished.size() / LEAST_IN_PART);
        List<QualityReport.Period> periods = new ArrayList<>();
        for (int part = 0; parts > 1 && part < parts; part++) {
            List<List<Said>> items = finished.subList(part * finished.size() / parts,
                    (part + 1) * finished.size() / parts);
            List<Said> last = items.get(items.size() - 1);
            List<Said> said = items.stream().flatMap(List::stream).toList();
            periods.add(new QualityReport.Period(last.get(last.size() - 1).decidedAt(), nominal(said), ordinal(said)));
        }
        return periods;
    }

    private Map<Long, List<Said>> byItem() {
        return counted.stream().collect(Collectors.groupingBy(Said::item, LinkedHashMap::new, Collectors.toList()));
    }

    Times times() {
        return Times.of(counted);
    }

    /** By number. */
    List<QualityReport.OfAnnotator> annotators() {
        Map<Integer, AnnotatorAgreement> rest = AnnotatorAgreement
                .of(Said.NOMINAL, annotations(counted, Said::category), Scale.NOMINAL).stream()
                .collect(Collectors.toMap(AnnotatorAgreement::annotator, Function.identity()));
        Map<Integer, Discrimination> slopes = discrimination();
        Map<Integer, List<Said>> own = all.stream()
                .collect(Collectors.groupingBy(Said::annotator, TreeMap::new, Collectors.toList()));
        return own.entrySet().stream().map(
                one -> annotator(one.getKey(), one.getValue(), rest.get(one.getKey()), slopes.get(one.getKey())))
                .toList();
    }

    private static QualityReport.OfAnnotator annotator(int number, List<Said> own, AnnotatorAgreement rest,
            Discrimination slope) {
        List<Said> gold = own.stream().filter(one -> one.known() != null && !one.isRepeat()).toList();
        long hits = gold.stream().filter(one -> one.side() == one.known()).count();
        return new QualityReport.OfAnnotator(number, own.size(), Times.of(own),
                rest == null ? Estimate.NONE : Estimate.share(rest.withRest(), rest.items()),
                rest == null ? Estimate.NONE
                        : Estimate.of(rest.alphaWithout(), Double.NaN, Double.NaN, rest.items()),
                Estimate.share(hits, gold.size()), self(own), slope == null ? Estimate.NONE : Estimate.of(slope));
    }

    /** How often the second judgement of an item is for the same side as the first. */
    private static Estimate self(List<Said> own) {
        Map<Long, Said> first = own.stream().filter(one -> !one.isRepeat())
                .collect(Collectors.toMap(Said::item, Function.identity()));
        List<Said> again = own.stream().filter(one -> one.isRepeat() && first.containsKey(one.item())).toList();
        return Estimate.share(again.stream().filter(one -> one.side() == first.get(one.item()).side()).count(),
                again.size());
    }

    /** Empty where it can't be computed: for one annotator alone, or for so many that it would take long. */
    private Map<Integer, Discrimination> discrimination() {
        Map<Long, Integer> models = new HashMap<>();
        counted.forEach(one -> List.of(one.modelA(), one.modelB())
                .forEach(model -> models.computeIfAbsent(model, unused -> models.size())));
        Map<Integer, List<PairCount>> votes = new TreeMap<>();
        counted.stream().collect(Collectors.groupingBy(Said::annotator, TreeMap::new, Collectors.toList()))
                .forEach((annotator, own) -> votes.put(annotator, pairs(own, models)));
        if (votes.size() < 2 || votes.size() > MOST_DISCRIMINATED) {
            return Map.of();
        }
        try {
            List<Discrimination> slopes = Discrimination.of(models.size(), List.copyOf(votes.values()));
            Map<Integer, Discrimination> byNumber = new HashMap<>();
            votes.keySet().forEach(annotator -> byNumber.put(annotator, slopes.get(byNumber.size())));
            return byNumber;
        } catch (NotConvergedException e) {
            return Map.of();
        }
    }

    private record Pair(long a, long b) {
    }

    private static List<PairCount> pairs(List<Said> own, Map<Long, Integer> models) {
        return own.stream().collect(Collectors.groupingBy(one -> new Pair(one.modelA(), one.modelB()))).entrySet()
                .stream().map(pair -> new PairCount(models.get(pair.getKey().a()), models.get(pair.getKey().b()),
                        count(pair.getValue(), 1), count(pair.getValue(), -1), count(pair.getValue(), 0), 0))
                .toList();
    }

    private static int count(Collection<Said> said, int side) {
        return (int) said.stream().filter(one -> one.side() == side).count();
    }

    /** The most disputed first: by the share of pairs of judgements that differ, then by the number of judgements. */
    List<QualityReport.Disputed> disputed() {
        return byItem().entrySet().stream().filter(item -> disagreement(item.getValue()) > 0)
                .sorted(Comparator.<Map.Entry<Long, List<Said>>> comparingDouble(item -> -disagreement(item.getValue()))
                        .thenComparingInt(item -> -item.getValue().size()).thenComparing(Map.Entry::getKey))
                .limit(MOST_DISPUTED)
                .map(item -> new QualityReport.Disputed(item.getKey(), disagreement(item.getValue()),
                        count(item.getValue(), 1),
                        count(item.getValue(), 0), count(item.getValue(), -1)))
                .toList();
    }

    private static double disagreement(List<Said> item) {
        long pairs = (long) item.size() * (item.size() - 1);
        long equal = item.stream().collect(Collectors.groupingBy(Said::category, Collectors.counting())).values()
                .stream().mapToLong(times -> times * (times - 1)).sum();
        return pairs == 0 ? 0 : 1 - (double) equal / pairs;
    }
}
