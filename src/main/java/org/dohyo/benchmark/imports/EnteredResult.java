package org.dohyo.benchmark.imports;

import java.util.List;
import java.util.stream.Stream;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;

import org.dohyo.benchmark.Benchmark;
import org.dohyo.benchmark.KnownBenchmarks;
import org.dohyo.benchmark.Metric;
import org.dohyo.benchmark.NewResult;
import org.dohyo.benchmark.ReadResult;
import org.dohyo.benchmark.Result;
import org.dohyo.benchmark.ResultSource;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A result as an admin types it in.
 *
 * @param benchmark a slug; one that is new becomes a benchmark
 * @param model a slug, or a name that is mapped
 * @param lowerIsBetter of a metric that is new
 * @param note where it comes from
 */
public record EnteredResult(
        @NotNull @Pattern(regexp = Benchmark.SLUG, message = "{dohyo.BenchmarkSlug.message}") String benchmark,
        @NotBlank @Size(max = 300) String model, @NotBlank @Size(max = 300) String scenario,
        @NotBlank @Size(max = 300) String metric, @NotNull Double value, @PositiveOrZero Double standardError,
        @Positive Long n, Boolean lowerIsBetter, @Size(max = 2_000) String note) {

    /** @throws InvalidResultsException if it can't be stored */
    public ReadResult read() {
        Benchmark known = Stream.of(KnownBenchmarks.MT_BENCH, KnownBenchmarks.MMLU)
                .filter(one -> one.slug().equals(benchmark) && one.metric(metric).isPresent()).findFirst()
                .orElseGet(() -> new Benchmark(benchmark, benchmark, "1", List.of(),
                        List.of(new Metric(metric, "", null, null, !Boolean.TRUE.equals(lowerIsBetter)))));
        ObjectNode settings = JsonNodeFactory.instance.objectNode();
        if (note != null && !note.isBlank()) {
            settings.put("note", note.strip());
        }
        ImportSheet sheet = new ImportSheet(false);
        sheet.add(new ReadResult("/value", known,
                NewResult.of(new Result(model, scenario, metric, value, standardError, n,
                        ResultSource.ENTERED, settings, null)),
                1));
        return sheet.file().results().get(0);
    }
}
