package org.dohyo.leaderboard.speed;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;

import io.quarkus.narayana.jta.QuarkusTransaction;

/** How fast the models answer. The figures are read at most every ten seconds, whoever asks. */
@ApplicationScoped
public class Speeds {

    private static final Duration FRESH = Duration.ofSeconds(10);
    private static final double MILLIS = 1_000;

    private final ModelSpeed.Repository speeds;
    private final Clock clock;
    private final LoadingCache<Boolean, Map<String, Speed>> bySlug = Caffeine.newBuilder().expireAfterWrite(FRESH)
            .build(only -> QuarkusTransaction.joiningExisting().call(this::read));

    Speeds(ModelSpeed.Repository speeds, Clock clock) {
        this.speeds = speeds;
        this.clock = clock;
    }

    /** The speed of a model; without figures if too few answers were measured. */
    public Speed of(String slug) {
        return bySlug.get(true).getOrDefault(slug, Speed.UNKNOWN);
    }

    private Map<String, Speed> read() {
        Map<String, Map<SpeedMeasure, Map<Integer, Long>>> answers = new HashMap<>();
        speeds.since(LocalDate.now(clock).minusDays(Speed.DAYS))
                .forEach(sum -> answers.computeIfAbsent(sum.slug(), slug -> new EnumMap<>(SpeedMeasure.class))
                        .computeIfAbsent(sum.measure(), measure -> new HashMap<>()).put(sum.bucket(), sum.answers()));
        return answers.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, model -> speed(model.getValue())));
    }

    private static Speed speed(Map<SpeedMeasure, Map<Integer, Long>> answers) {
        return new Speed(figure(answers, SpeedMeasure.FIRST_TEXT, MILLIS),
                figure(answers, SpeedMeasure.TOKENS_PER_SECOND, 1));
    }

    private static Speed.Figure figure(Map<SpeedMeasure, Map<Integer, Long>> answers, SpeedMeasure measure,
            double unit) {
        return Speed.Figure.of(Buckets.of(answers.getOrDefault(measure, Map.of())), measure, unit).orElse(null);
    }
}
