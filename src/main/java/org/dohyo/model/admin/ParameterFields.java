package org.dohyo.model.admin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.dohyo.provider.Parameters;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * A model's parameters as the desk's form shows them: some have a field of their own. What such a field can't show
 * stays with the others.
 *
 * @param template empty if there is none
 * @param stops one a line, with {@code \n} for a line break; empty if there are none
 * @param foldsSystem true if the system prompt belongs at the head of the first prompt
 * @param others as JSON
 */
public record ParameterFields(String template, String stops, boolean foldsSystem, String others) {

    private static final Set<String> TEMPLATED = Set.of("completions", "tgi");

    static ParameterFields of(ModelView model, ObjectMapper json) throws JsonProcessingException {
        Map<String, Object> others = new LinkedHashMap<>(model.answers().parameters());
        String template = "";
        if (TEMPLATED.contains(String.valueOf(model.access().protocol()))
                && others.get("template") instanceof String text) {
            template = text;
            others.remove("template");
        }
        String stops = stops(others.get("stop"));
        if (!stops.isEmpty()) {
            others.remove("stop");
        }
        boolean folds = others.remove(Parameters.FOLD_SYSTEM, true);
        return new ParameterFields(template, stops, folds,
                json.writerWithDefaultPrettyPrinter().writeValueAsString(others));
    }

    private static String stops(Object stop) {
        List<?> all = stop instanceof List<?> list ? list : stop == null ? List.of() : List.of(stop);
        boolean shown = all.stream()
                .allMatch(one -> one instanceof String text && !text.isEmpty() && !text.matches("(?s).*[\\\\\r].*"));
        return shown ? String.join("\n", all.stream().map(one -> one.toString().replace("\n", "\\n")).toList()) : "";
    }
}
