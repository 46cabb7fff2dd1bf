package org.dohyo.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;

import org.dohyo.verify.HttpSource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Calls a running arena's admin interface. */
final class ArenaCalls {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** A test of an endpoint may take a minute. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final HttpClient http;
    private final URI server;
    private final String authorization;

    private ArenaCalls(String url, String authorization) {
        server = URI.create(url.replaceAll("/+$", "") + "/");
        http = HttpSource.client(server);
        this.authorization = authorization;
    }

    static ArenaCalls byToken(String url, String token) {
        return new ArenaCalls(url, "Bearer " + token);
    }

    static ArenaCalls byPassword(String url, String user, String password) {
        return new ArenaCalls(url, "Basic " + Base64.getEncoder()
                .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8)));
    }

    /** Thrown if the arena refuses a call; the message is the arena's own. */
    static final class RefusedException extends RuntimeException {

        private final int status;
        private final transient JsonNode problem;

        RefusedException(int status, String message, JsonNode problem) {
            super(message);
            this.status = status;
            this.problem = problem;
        }

        /** What the arena said, without members if it said nothing. */
        JsonNode problem() {
            return problem;
        }

        int status() {
            return status;
        }
    }

    JsonNode get(String path) {
        return send("GET", path, null);
    }

    /** Gets an address of the arena that isn't one of the admin interface. */
    JsonNode at(String address) {
        return call("GET", address, null);
    }

    /** @param body null for a call without one */
    JsonNode send(String method, String path, Map<String, ?> body) {
        return call(method, "api/admin/" + path, body);
    }

    /** Sends a file, which may be larger than the memory, and waits as long as the arena works on it. */
    JsonNode upload(String path, Path file) throws FileNotFoundException {
        return send(HttpRequest.newBuilder(server.resolve("api/admin/" + path))
                .header("Authorization", authorization).header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofFile(file)).build());
    }

    private JsonNode call(String method, String address, Map<String, ?> body) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(address)).timeout(PATIENCE)
                    .header("Authorization", authorization)
                    .method(method, body == null ? BodyPublishers.noBody()
                            : BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
            if (body != null) {
                request.header("Content-Type", "application/json");
            }
            return send(request.build());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a body can't be written as JSON", e);
        }
    }

    private JsonNode send(HttpRequest request) {
        try {
            return read(http.send(request, BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new IllegalStateException("The arena at " + server + " can't be reached: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** What is done with the body of an answer while it arrives. */
    interface Reader {
        void read(InputStream body) throws IOException;
    }

    /** Gets a file, which may be larger than the memory. */
    void download(String path, Reader reader) {
        HttpRequest request = HttpRequest.newBuilder(server.resolve("api/admin/" + path)).timeout(PATIENCE)
                .header("Authorization", authorization).build();
        try {
            HttpResponse<InputStream> response = http.send(request, BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                if (response.statusCode() != 200) {
                    throw refused(response, JSON.readTree(body));
                }
                reader.read(body);
            }
        } catch (IOException e) {
            throw new IllegalStateException("The download from " + server + " failed: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static JsonNode read(HttpResponse<String> response) throws IOException {
        boolean json = response.headers().firstValue("Content-Type").orElse("").contains("json");
        JsonNode body = json ? JSON.readTree(response.body()) : JSON.createObjectNode();
        if (response.statusCode() / 100 != 2) {
            throw refused(response, body);
        }
        return body;
    }

    /** A query string without the parameters that are null. */
    static String query(Map<String, ?> parameters) {
        return parameters.entrySet().stream().filter(given -> given.getValue() != null)
                .map(given -> given.getKey() + "="
                        + URLEncoder.encode(given.getValue().toString(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static RefusedException refused(HttpResponse<?> response, JsonNode problem) {
        String detail = problem.path("detail").asText("");
        return new RefusedException(response.statusCode(),
                detail.isEmpty() ? "The arena answered with status " + response.statusCode() + "." : detail, problem);
    }
}
