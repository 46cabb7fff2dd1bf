package org.dohyo.model.secret;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.provider.AwsKeys;
import org.dohyo.provider.Secret;
import org.dohyo.web.Refusal;
import org.dohyo.web.RequestMessages;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** AWS keys as an admin sends them and as they are stored: one JSON text, encrypted as a whole. */
@ApplicationScoped
public class Credentials {

    private static final Set<String> KNOWN = Set.of("accessKeyId", "secretAccessKey", "sessionToken", "region");

    private final ObjectMapper json;

    Credentials(ObjectMapper json) {
        this.json = json;
    }

    /** The text to be encrypted; null if the admin removes the keys. */
    public String write(Map<String, Object> keys) {
        if (keys.isEmpty()) {
            return null;
        }
        Map<String, Object> checked = new LinkedHashMap<>();
        keys.forEach((name, value) -> {
            if (!KNOWN.contains(name)) {
                throw Refusal.field("credentials." + name, RequestMessages::unknown);
            }
            if (!(value instanceof String text) || text.isBlank()) {
                throw Refusal.field("credentials." + name, RequestMessages::text);
            }
            checked.put(name, text.strip());
        });
        if (!String.valueOf(checked.getOrDefault("region", "x")).matches("[a-z0-9-]{1,40}")) {
            throw Refusal.field("credentials.region", RequestMessages::region);
        }
        try {
            return json.writeValueAsString(checked);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("credentials can't be written", e);
        }
    }

    public AwsKeys read(Secret stored) {
        try {
            JsonNode keys = json.readTree(stored.reveal());
            return new AwsKeys(keys.path("accessKeyId").asText(), new Secret(keys.path("secretAccessKey").asText()),
                    new Secret(keys.path("sessionToken").asText()), keys.path("region").asText());
        } catch (JsonProcessingException e) {
            // Without the cause: its message quotes what it read.
            throw new IllegalStateException("stored credentials can't be read");
        }
    }
}
