package org.dohyo.benchmark.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Addresses of a benchmark's pages and data. */
public record BenchmarkAddress(String benchmark) {

    public String page() {
        return "/benchmarks/" + benchmark;
    }

    public String api(String what) {
        return "/api/benchmarks/" + benchmark + "/" + what;
    }

    /** @param metric null, as {@code scenario}, if it isn't chosen */
    String matrix(String metric, String scenario) {
        return with(page(), "metric", metric, "scenario", scenario);
    }

    String results(String scenario, String model) {
        return with(page() + "/results", "scenario", scenario, "model", model);
    }

    /** @param parameters names and values alternately; a parameter whose value is null is omitted */
    static String with(String path, String... parameters) {
        List<String> query = new ArrayList<>();
        for (int i = 0; i < parameters.length; i += 2) {
            if (parameters[i + 1] != null) {
                query.add(parameters[i] + "=" + URLEncoder.encode(parameters[i + 1], StandardCharsets.UTF_8));
            }
        }
        return query.isEmpty() ? path : path + "?" + String.join("&", query);
    }
}
