package org.dohyo.benchmark.run;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * A run as admins see it.
 *
 * @param questions version of the set
 * @param ownQuestions whether they are this arena's own rather than the benchmark's original
 * @param models slugs
 * @param judge its slug, or null
 */
public record RunView(UUID id, String url, String page, String benchmark, String questions, boolean ownQuestions,
        List<String> models, String judge, RunSettings settings, String startedBy, Instant startedAt, Instant endedAt,
        @JsonUnwrapped RunProgress progress) {

    public static String url(String benchmark, UUID id) {
        return "/api/admin/benchmarks/" + benchmark + "/runs/" + id;
    }

    public static String page(UUID id) {
        return "/desk/runs/" + id;
    }
}
