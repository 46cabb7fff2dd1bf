package org.dohyo.benchmark.run;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.dohyo.benchmark.runner.RunSettings;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * A run for admins.
 *
 * @param questions version of the set
 * @param ownQuestions true for the bundled questions rather than the original benchmark's
 * @param models slugs
 * @param judge its slug, or null
 */
public record RunView(UUID id, String url, String page, String benchmark, String questions, boolean ownQuestions,
        List<String> models, String judge, RunSettings settings, String startedBy, Instant startedAt, Instant endedAt,
        @JsonUnwrapped RunProgress progress) {

    static RunView of(BenchmarkRun.Row row, List<String> models, RunProgress progress) {
        return new RunView(row.id(), url(row.benchmark(), row.id()), page(row.id()), row.benchmark(), row.version(),
                row.own(),
                models, row.judge(), row.settings(), row.startedBy(), row.startedAt(), row.endedAt(), progress);
    }

    public static String url(String benchmark, UUID id) {
        return "/api/admin/benchmarks/" + benchmark + "/runs/" + id;
    }

    public static String page(UUID id) {
        return "/desk/runs/" + id;
    }
}
