package org.dohyo.fuzz;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/**
 * Draws requests from an OpenAPI document: each is well-formed as the document says, but for what chance spoils in its
 * address, its headers or its body. The same seed draws the same requests. Left out are event streams, which don't end,
 * and the addresses that tests serve themselves.
 */
final class ApiRequests {

    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");
    private static final List<String> TEXTS = List.of("x", "", " ", "A", "B", "en", "ja", "demo-ozeki", "demo-yokozuna",
            "overall", "mt-bench", "\u65e5\u672c\u8a9e", "a\u0000b", "'; drop table voter; --", "../../etc/passwd", "%",
            "\ud83c\udf63",
            "0", "-1", "true", "null", "NaN", "2027-01-31T09:00:00Z", "00000000-0000-0000-0000-000000000000", "a,b,,c",
            "{{x}}", "\u202e", "x".repeat(3_000));
    private static final List<String> NUMBERS = List.of("0", "1", "-1", "50", "1.5", "1e400", "NaN", "2147483648",
            "-9223372036854775809", "99999999999999999999999999", "0.0000001");
    private static final List<String> ACCEPTS = List.of("*/*", "text/html", "application/json", "image/svg+xml",
            "text/csv", "bogus", "text/html;q=2", ",", "application/*;q=0.1", "a".repeat(4_000), "text/html;;");
    private static final List<String> LANGUAGES = List.of("ja", "en", "*;q=2", "ja;q=", "xx-YY-zz", "*", "en;q=0.5,ja",
            "\u65e5\u672c", "-");
    private static final List<String> TYPES = List.of("text/plain", "application/json;charset=bogus", "application/xml",
            "multipart/form-data", "application/json; charset=utf-8", "application/json;", "/");
    private static final List<String> SPOILT_ADDRESSES = List.of("%", "%zz", "%00", "%c3%28", "?%", "?a=%00", "?=&&=",
            "//", "/..", ";a=b", "|", "#x", "?" + "x=1&".repeat(100), "/" + "x".repeat(9_000));
    private static final List<String> SPOILT_BODIES = List.of("", "{", "[]", "null", "1", "\"x\"", "{}{}", "{\"a\":}",
            "{\"a\":1,\"a\":1}", "[".repeat(2_000), "\u0000", "{\"\u0000\":1}", "nul", "\ufeff{}", "{'a':1}", "//");

    private final JsonNode document;
    private final Random random;
    private final List<Operation> operations = new ArrayList<>();
    /** Values that mean something in the running arena, such as the id of a battle, by the parameter's name. */
    private final Map<String, List<String>> known;

    ApiRequests(JsonNode document, long seed, Map<String, List<String>> known) {
        this.document = document;
        this.random = new Random(seed);
        this.known = known;
        document.path("paths").properties().forEach(path -> METHODS.stream()
                .filter(method -> path.getValue().has(method) && !path.getKey().endsWith("/events")
                        && !path.getKey().startsWith("/test/"))
                .forEach(method -> operations.add(new Operation(method, path.getKey(), path.getValue().get(method)))));
    }

    private record Operation(String method, String path, JsonNode described) {
    }

    /** @param body null for none */
    record Request(String method, String address, Map<String, String> headers, String body) {
    }

    int operations() {
        return operations.size();
    }

    Request next() {
        Operation operation = operations.get(random.nextInt(operations.size()));
        Map<String, String> headers = headers();
        String body = body(operation.described());
        if (body != null) {
            headers.put("Content-Type", chance(12) ? pick(TYPES) : "application/json");
        }
        String address = address(operation);
        return new Request(operation.method().toUpperCase(java.util.Locale.ROOT),
                chance(12) ? address + pick(SPOILT_ADDRESSES) : address, headers, body);
    }

    private Map<String, String> headers() {
        Map<String, String> headers = new HashMap<>();
        if (chance(2)) {
            headers.put("Accept", pick(ACCEPTS));
        }
        if (chance(4)) {
            headers.put("Accept-Language", pick(LANGUAGES));
        }
        if (chance(10)) {
            headers.put(pick(List.of("If-None-Match", "Range", "Last-Event-ID", "If-Modified-Since",
                    "X-Forwarded-For", "User-Agent")),
                    pick(List.of("x", "\"", "W/\"a", "bytes=9-1", "gzip;q=x", "*", "\u65e5")));
        }
        return headers;
    }

    private String address(Operation operation) {
        String path = operation.path();
        StringBuilder query = new StringBuilder();
        for (JsonNode parameter : operation.described().path("parameters")) {
            String name = parameter.path("name").asText();
            String value = URLEncoder.encode(value(name, resolve(parameter.path("schema"))), StandardCharsets.UTF_8)
                    .replace("+", "%20");
            if (parameter.path("in").asText().equals("path")) {
                path = path.replaceAll("\\{" + name + "(:[^}]*}?)?}", value.replace("$", "%24"));
            } else if (parameter.path("in").asText().equals("query") && chance(2)) {
                query.append(query.isEmpty() ? '?' : '&').append(name).append('=').append(value);
            }
        }
        return path + query;
    }

    private String value(String name, JsonNode schema) {
        if (known.containsKey(name) && !chance(3)) {
            return pick(known.get(name));
        }
        if (schema.has("enum") && !chance(3)) {
            return schema.get("enum").get(random.nextInt(schema.get("enum").size())).asText();
        }
        return chance(2) && schema.path("type").asText().matches("integer|number") ? pick(NUMBERS) : pick(TEXTS);
    }

    private String body(JsonNode operation) {
        JsonNode schema = operation.path("requestBody").path("content").path("application/json").path("schema");
        if (schema.isMissingNode() && !chance(20)) {
            return null;
        }
        return chance(8) ? pick(SPOILT_BODIES) : json("", resolve(schema), 0);
    }

    private String json(String name, JsonNode schema, int depth) {
        if (depth > 6 || chance(12)) {
            return anything();
        }
        if (known.containsKey(name) && chance(2)) {
            return text(pick(known.get(name)));
        }
        if (schema.has("enum")) {
            return schema.get("enum").get(random.nextInt(schema.get("enum").size())).toString();
        }
        return switch (type(schema)) {
            case "object" -> object(schema, depth);
            case "array" -> "[" + json("", resolve(schema.path("items")), depth + 1)
                    + (chance(3) ? ",null" : "") + "]";
            case "integer", "number" -> pick(NUMBERS);
            case "boolean" -> pick(List.of("true", "false", "1", "\"true\""));
            case "string" -> text(pick(TEXTS));
            default -> anything();
        };
    }

    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray() ? type.path(0).asText() : type.asText();
    }

    private String object(JsonNode schema, int depth) {
        List<String> members = new ArrayList<>();
        schema.path("properties").properties().forEach(property -> {
            if (!chance(5)) {
                String member = text(property.getKey()) + ":"
                        + json(property.getKey(), resolve(property.getValue()), depth + 1);
                members.add(member);
                if (chance(25)) {
                    members.add(member);
                }
            }
        });
        if (members.isEmpty() || chance(25)) {
            members.add("\"other\":" + anything());
        }
        return "{" + String.join(",", members) + "}";
    }

    private String anything() {
        return pick(List.of("null", "1", "true", "\"x\"", "[]", "{}", "[null]", "{\"a\":[{}]}", "-1e999", "\"\\u0000\"",
                "\"\\ud800\"", "[[[[[[[[]]]]]]]]", text("y".repeat(70_000))));
    }

    private static String text(String value) {
        return JsonNodeFactory.instance.textNode(value).toString();
    }

    private JsonNode resolve(JsonNode schema) {
        JsonNode resolved = schema;
        for (int i = 0; i < 5; i++) {
            if (resolved.has("$ref")) {
                resolved = document.at(resolved.get("$ref").asText().substring(1));
            } else if (resolved.has("allOf") || resolved.has("anyOf") || resolved.has("oneOf")) {
                resolved = resolved.elements().next().path(0);
            }
        }
        return resolved;
    }

    private boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
