package org.dohyo.benchmark.runner;

import java.util.Comparator;
import java.util.List;
import java.util.function.BinaryOperator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response.Status;

import org.dohyo.support.Problem;

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

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 404 if there is no such benchmark */
    public Runner of(String benchmark) {
        return runners.stream().filter(runner -> runner.benchmark().slug().equals(benchmark)).findFirst()
                .orElseThrow(() -> Problem.of(Status.NOT_FOUND, "no-such-benchmark",
                        "This benchmark can't be run here: it is not "
                                + names((one, other) -> one + " or " + other) + "."));
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
