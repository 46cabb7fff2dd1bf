package org.dohyo.fuzz;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.dohyo.RawHttp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Sends requests and looks at each answer: which of them an interface must not give. */
final class FuzzRound {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SHOWN = 400;

    private final RawHttp http;
    private final List<Map<String, String>> callers;
    private final Map<Integer, Integer> statuses = new TreeMap<>();

    /** @param callers the headers of each kind of caller, who take turns */
    FuzzRound(RawHttp http, List<Map<String, String>> callers) {
        this.http = http;
        this.callers = callers;
    }

    /** @return a description of each answer that must not be */
    List<String> send(ApiRequests requests, int count) throws IOException {
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ApiRequests.Request request = requests.next();
            Map<String, String> headers = new HashMap<>(request.headers());
            headers.putAll(callers.get(i % callers.size()));
            RawHttp.Answer answer = http.send(request.method(), request.address(), headers, request.body());
            statuses.merge(answer.status(), 1, Integer::sum);
            complaint(answer).ifPresent(complaint -> wrong.add(complaint + "\n  " + shortened(request.toString())
                    + "\n  " + answer.status() + " " + answer.headers().get("content-type") + " "
                    + shortened(answer.body())));
        }
        return wrong;
    }

    /** How often each status came. */
    Map<Integer, Integer> statuses() {
        return statuses;
    }

    private static Optional<String> complaint(RawHttp.Answer answer) {
        if (answer.status() >= 500 && !(answer.status() == 503 && answer.headers().containsKey("retry-after"))) {
            return Optional.of("a failure");
        }
        if (answer.status() < 400) {
            return Optional.empty();
        }
        if (answer.body().contains("org.dohyo.") || answer.body().contains("java.")
                || answer.body().contains("com.fasterxml")) {
            return Optional.of("the name of a class");
        }
        boolean page = answer.headers().getOrDefault("content-type", "").startsWith("text/html");
        return page || isWholeProblem(answer) ? Optional.empty() : Optional.of("no problem document");
    }

    private static boolean isWholeProblem(RawHttp.Answer answer) {
        try {
            JsonNode problem = JSON.readTree(answer.body());
            String detail = problem.path("detail").asText();
            return answer.isProblem() && problem.path("status").asInt() == answer.status()
                    && !problem.path("code").asText().isEmpty() && !detail.isEmpty() && !detail.startsWith("HTTP ");
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    private static String shortened(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
