package org.dohyo.leaderboard.page;

import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.leaderboard.chart.NumberText;
import org.dohyo.model.Model;
import org.dohyo.rating.Confidence;
import org.dohyo.rating.Proportion;
import org.dohyo.text.StyleFeature;
import org.dohyo.vote.LogHead;
import org.hibernate.Session;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;

import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * The style of each model's answers and how they ended, over the newest votes only, so that the cost doesn't grow with
 * the log. Nothing of a battle is included before its vote.
 */
@ApplicationScoped
class ModelStyles {

    static final int NEWEST = 20_000;
    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final String STYLES = """
            select case when place <= :features then model_a else model_b end as model, (place - 1) % :features as feature,
                count(value) as answers, avg(value) as mean, coalesce(stddev_samp(value), 0) as deviation
            from vote_log
            cross join lateral unnest(style) with ordinality as figure(raw, place)
            cross join lateral (select cast(nullif(raw, 'NaN') as double precision) as value) as known
            where position >= :from and kind = 'CAST' and value is not null group by 1, 2""";
    private static final String ENDS = """
            select a.model_id, count(*) as answers, count(*) filter (where a.attempt > 1) as again,
                count(*) filter (where a.finish_reason = 'length') as cut
            from vote_log l join cast_vote v on v.id = l.vote_id join answer_end a on a.battle_id = v.battle_id
            where l.position >= :from and l.kind = 'CAST' group by a.model_id""";

    private final Session session;
    private final LogHead.Repository log;
    private final Model.Repository models;
    private final LoadingCache<Boolean, Map<String, Style>> styles = Caffeine.newBuilder().expireAfterWrite(FRESH)
            .build(only -> QuarkusTransaction.joiningExisting().call(this::read));

    ModelStyles(Session session, LogHead.Repository log, Model.Repository models) {
        this.session = session;
        this.log = log;
        this.models = models;
    }

    /** A feature's figures for the answers of a model. */
    record Figure(Long model, Long feature, Long answers, Double mean, Double deviation) {
    }

    /** The ends of a model's answers: all, those that needed another attempt, those cut at the length limit. */
    record Ends(Long model, Long answers, Long again, Long cut) {
    }

    /** @param half of the 95% interval of the mean, answers taken as independent */
    public record Mean(long answers, double mean, double half) {
    }

    /**
     * The style of a model's answers.
     *
     * @param means by feature; features without a known figure are missing
     * @param again share of answers that failed or were stopped at first; null, as {@code cut}, for imported votes only
     *        and where the answers are too few for a percentage
     * @param cut share of answers that ended at their length limit
     */
    public record Style(Map<StyleFeature, Mean> means, Proportion again, Proportion cut) {
    }

    Optional<Style> of(String slug) {
        return Optional.ofNullable(styles.get(true).get(slug));
    }

    private Map<String, Style> read() {
        long from = log.mark().size() - NEWEST;
        Map<Long, Map<StyleFeature, Mean>> means = means(from);
        Map<Long, Style> byId = new HashMap<>();
        List<Ends> ends = session.createNativeQuery(ENDS, Ends.class).setParameter("from", from).getResultList();
        ends.forEach(end -> byId.put(end.model(), new Style(means.getOrDefault(end.model(), Map.of()),
                share(end.again(), end.answers()), share(end.cut(), end.answers()))));
        // Imported votes come with the style of answers that this arena never saw.
        means.forEach((model, figures) -> byId.putIfAbsent(model, new Style(figures, null, null)));
        return byId.isEmpty() ? Map.of()
                : models.list("id in ?1", byId.keySet()).stream()
                        .collect(Collectors.toMap(model -> model.slug, model -> byId.get(model.id)));
    }

    private static Proportion share(long answers, long all) {
        return all < NumberText.LEAST_VOTES ? null : Proportion.of(answers, all);
    }

    private Map<Long, Map<StyleFeature, Mean>> means(long from) {
        Map<Long, Map<StyleFeature, Mean>> means = new HashMap<>();
        List<Figure> figures = session.createNativeQuery(STYLES, Figure.class).setParameter("from", from)
                .setParameter("features", StyleFeature.values().length).getResultList();
        figures.forEach(
                figure -> means.computeIfAbsent(figure.model(), unused -> new EnumMap<>(StyleFeature.class)).put(
                        StyleFeature.values()[figure.feature().intValue()], new Mean(figure.answers(), figure.mean(),
                                Confidence.Z * figure.deviation() / Math.sqrt(figure.answers()))));
        return means;
    }
}
