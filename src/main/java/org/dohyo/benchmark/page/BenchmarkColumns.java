package org.dohyo.benchmark.page;

import java.util.Map;
import java.util.stream.Collectors;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

import org.dohyo.leaderboard.board.ModelColumn;
import org.dohyo.web.Texts;

/** The headline figures as optional columns of the leaderboard. */
@ApplicationScoped
public class BenchmarkColumns {

    // The higher one comes first.
    @Produces
    @ApplicationScoped
    @Priority(2)
    ModelColumn mtBench(BenchmarkHeadlines headlines) {
        return new Column(BenchmarkHeadline.MT_BENCH, headlines);
    }

    @Produces
    @ApplicationScoped
    @Priority(1)
    ModelColumn mmlu(BenchmarkHeadlines headlines) {
        return new Column(BenchmarkHeadline.MMLU, headlines);
    }

    private record Column(BenchmarkHeadline headline, BenchmarkHeadlines headlines) implements ModelColumn {

        @Override
        public String key() {
            return headline.key();
        }

        @Override
        public String title(String locale) {
            return headline == BenchmarkHeadline.MMLU ? words(locale).mmlu() : words(locale).mtBench();
        }

        @Override
        public String note(String locale) {
            return headline == BenchmarkHeadline.MMLU ? words(locale).mmluNote() : words(locale).mtBenchNote();
        }

        private static BenchmarkMessages words(String locale) {
            return Texts.of(BenchmarkMessages.class, locale);
        }

        @Override
        public Map<String, Figure> figures() {
            return headlines.of(headline).entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
                    headline -> new Figure(headline.getValue().result().value(), headline.getValue().text(),
                            headline.getValue().between())));
        }
    }
}
