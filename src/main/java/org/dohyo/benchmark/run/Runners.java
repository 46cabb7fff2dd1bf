package org.dohyo.benchmark.run;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response.Status;

import org.dohyo.benchmark.mmlu.Mmlu;
import org.dohyo.benchmark.mtbench.MtBench;
import org.dohyo.support.Problem;

/** The benchmarks that can be run here. */
@ApplicationScoped
public class Runners {

    private final Map<String, Runner> bySlug = List.of(new MtBench(), new Mmlu()).stream()
            .collect(Collectors.toMap(runner -> runner.benchmark().slug(), Function.identity()));

    /** 404 where it is none of them. */
    public Runner of(String benchmark) {
        Runner runner = bySlug.get(benchmark);
        if (runner == null) {
            throw Problem.of(Status.NOT_FOUND, "no-such-benchmark",
                    "This benchmark can't be run here: it is not mt-bench or mmlu.");
        }
        return runner;
    }
}
