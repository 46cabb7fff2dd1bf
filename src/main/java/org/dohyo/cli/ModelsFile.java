package org.dohyo.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;

/**
 * A YAML file with a list {@code models}, each with the fields of the interface. Secrets are references to environment
 * variables, such as {@code apiKey: ${OPENAI_API_KEY}}, so that the file can be kept where others read it.
 */
final class ModelsFile {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");
    private static final Map<String, String> SECRETS = Map.of("apiKey", "hasApiKey", "credentials", "hasCredentials");

    private ModelsFile() {
    }

    /** A model as described by the file. */
    record Wanted(String slug, Map<String, Object> facts, Map<String, Object> secrets) {

        /** Creates or updates the model; returns a one-line description of the change. */
        String apply(ArenaCalls calls, boolean renewSecrets) {
            JsonNode there;
            try {
                there = calls.get(ModelsCommand.path(slug));
            } catch (ArenaCalls.RefusedException e) {
                if (e.status() != 404) {
                    throw e;
                }
                Map<String, Object> all = new LinkedHashMap<>(facts);
                all.put("slug", slug);
                all.putAll(secrets);
                calls.send("POST", "models", all);
                return "created " + slug;
            }
            Map<String, Object> changes = changes(there, renewSecrets);
            if (changes.isEmpty()) {
                return "unchanged " + slug;
            }
            calls.send("PATCH", ModelsCommand.path(slug), changes);
            return "changed " + slug + ": " + String.join(", ", changes.keySet());
        }

        private Map<String, Object> changes(JsonNode there, boolean renewSecrets) {
            Map<String, Object> changes = new LinkedHashMap<>();
            facts.forEach((field, value) -> {
                if (!same(there.path(field), YAML.valueToTree(value))) {
                    changes.put(field, value);
                }
            });
            secrets.forEach((field, value) -> {
                if (renewSecrets || !there.path(SECRETS.get(field)).asBoolean()) {
                    changes.put(field, value);
                }
            });
            return changes;
        }

        /** Compares values: 1 equals 1.0, and a missing value equals null. */
        private static boolean same(JsonNode a, JsonNode b) {
            if (a.isNumber() && b.isNumber()) {
                return a.decimalValue().compareTo(b.decimalValue()) == 0;
            }
            if (a.isContainerNode() && b.isContainerNode()) {
                return a.equals(Wanted::compare, b);
            }
            return a.equals(b) || (a.isNull() || a.isMissingNode()) && b.isNull();
        }

        private static int compare(JsonNode a, JsonNode b) {
            return a.isNumber() && b.isNumber() ? a.decimalValue().compareTo(b.decimalValue()) : a.equals(b) ? 0 : 1;
        }
    }

    /**
     * @throws IllegalArgumentException if the file isn't a valid list of models; the message names the place and the
     *         reason
     */
    static List<Wanted> read(Path file, Map<String, String> environment) throws IOException {
        if (!Files.isReadable(file)) {
            throw new IllegalArgumentException(file + " can't be read");
        }
        JsonNode models = YAML.readTree(Files.readString(file)).path("models");
        if (!models.isArray()) {
            throw new IllegalArgumentException(file + " must have a list named models");
        }
        List<Wanted> wanted = new ArrayList<>();
        for (JsonNode model : models) {
            wanted.add(wanted(model, environment));
        }
        return wanted;
    }

    private static Wanted wanted(JsonNode model, Map<String, String> environment) {
        String slug = model.path("slug").asText("");
        if (slug.isEmpty()) {
            throw new IllegalArgumentException("each model must have a slug");
        }
        Map<String, Object> facts = new LinkedHashMap<>();
        Map<String, Object> secrets = new LinkedHashMap<>();
        for (Iterator<String> names = model.fieldNames(); names.hasNext();) {
            String field = names.next();
            if (SECRETS.containsKey(field)) {
                secrets.put(field, secret(slug, field, model.get(field), environment));
            } else if (!field.equals("slug")) {
                facts.put(field, YAML.convertValue(model.get(field), Object.class));
            }
        }
        return new Wanted(slug, facts, secrets);
    }

    private static Object secret(String slug, String field, JsonNode value, Map<String, String> environment) {
        if (value.isObject()) {
            Map<String, Object> members = new LinkedHashMap<>();
            value.properties().forEach(member -> members.put(member.getKey(),
                    Set.of("region", "accessKeyId").contains(member.getKey()) && !refers(member.getValue())
                            ? member.getValue().asText()
                            : secret(slug, field + "." + member.getKey(), member.getValue(), environment)));
            return members;
        }
        Matcher reference = REFERENCE.matcher(value.asText());
        if (!reference.matches()) {
            throw new IllegalArgumentException(
                    slug + ": " + field + " must name an environment variable, such as ${OPENAI_API_KEY}");
        }
        return variable(reference.group(1), environment);
    }

    private static boolean refers(JsonNode value) {
        return REFERENCE.matcher(value.asText()).matches();
    }

    static String variable(String name, Map<String, String> environment) {
        String value = environment.get(name);
        if (value == null || value.isEmpty()) {
            throw new IllegalArgumentException("the environment variable " + name + " is not set");
        }
        return value;
    }
}
