package org.dohyo.benchmark.page;

import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.benchmark.Benchmarks;
import org.dohyo.benchmark.Metric;
import org.dohyo.benchmark.Result;
import org.dohyo.benchmark.ResultInterval;

/** Each model's figure of a headline. */
@ApplicationScoped
public class BenchmarkHeadlines {

    private final Benchmarks benchmarks;

    BenchmarkHeadlines(Benchmarks benchmarks) {
        this.benchmarks = benchmarks;
    }

    /**
     * @param benchmark the benchmark of the result
     * @param metric the metric of the result
     */
    public record Score(Result result, ResultInterval interval, Metric metric, String benchmark) {

        /** The value for a page; a fraction is in percent. */
        public String text() {
            return ScoreFormat.text(result.value(), metric);
        }

        public String between() {
            return ScoreFormat.beside(result, interval, metric);
        }
    }

    /** By slug. */
    Map<String, Score> of(BenchmarkHeadline headline) {
        Map<String, Score> byModel = new LinkedHashMap<>();
        for (BenchmarkHeadline.Place place : headline.places()) {
            benchmarks.find(place.benchmark()).flatMap(benchmark -> benchmark.metric(place.metric()))
                    .ifPresent(metric -> benchmarks.newest(place.benchmark(), place.scenario(), place.metric())
                            .forEach(result -> byModel.putIfAbsent(result.model(),
                                    new Score(result, ResultInterval.of(result, metric), metric, place.benchmark()))));
        }
        return byModel;
    }
}
