package org.dohyo.benchmark.runner;

import java.util.Comparator;
import java.util.List;
import java.util.function.BinaryOperator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response.Status;

import org.dohyo.benchmark.BenchmarkProblemMessages;
import org.dohyo.support.Problem;
import org.dohyo.web.Refusal;
import org.dohyo.web.Texts;

import io.quarkus.arc.All;

/** The benchmarks that can be run here: all {@link Runner} beans. */
@ApplicationScoped
public class Runners {

    private final List<Runner> runners;

    Runners(@All List<Runner> runners) {
        // Benchmarks with a judge first, then by name, so that pages have a stable order.
        this.runners = runners.stream().sorted(Comparator.comparing(Runner::judged).reversed()
                .thenComparing(runner -> runner.benchmark().slug())).toList();
    }

    public List<Runner> all() {
        return runners;
    }

    /** @throws Refusal 404 if there is no such benchmark */
    public Runner of(String benchmark) {
        return runners.stream().filter(runner -> runner.benchmark().slug().equals(benchmark)).findFirst()
                .orElseThrow(() -> Refusal.in(locale -> Problem.of(Status.NOT_FOUND, "no-such-benchmark",
                        Texts.of(BenchmarkProblemMessages.class, locale).notRunnable(
                                names(Texts.of(QuestionFileMessages.class, locale)::either)))));
    }

    /**
     * The slugs as a phrase: "mt-bench or mmlu".
     *
     * @param or joins two of them
     */
    public String names(BinaryOperator<String> or) {
        return runners.stream().map(runner -> runner.benchmark().slug()).reduce(or).orElseThrow();
    }
}
