package org.dohyo.web.cache;

import java.util.function.Function;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

import org.dohyo.web.Format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/** JSON and CSV responses that are computed once for each version of the content and sent from memory after that. */
@ApplicationScoped
public class DataCache {

    private final ContentVersion content;
    private final ObjectMapper json;
    private final ResponseCache responses;
    private final Cache<String, CompressedBody> bodies;

    DataCache(ContentVersion content, ObjectMapper json, ResponseCache responses, CacheConfig config) {
        this.content = content;
        this.json = json;
        this.responses = responses;
        this.bodies = Caffeine.newBuilder().maximumWeight(config.size().asLongValue())
                .weigher((String key, CompressedBody body) -> body.size()).build();
    }

    /**
     * Returns the data with its entity tag, or 304 if the caller has it.
     *
     * @param key names the data, with all parameters that it depends on
     * @param data computes it; called only if it is not in memory
     * @param csv writes the data as a table
     */
    public <T> Response respond(Request request, HttpHeaders headers, Format format, String key, Supplier<T> data,
            Function<T, String> csv) {
        long version = content.version();
        CompressedBody body = bodies.get(version + " " + format + " " + key, unused -> body(format, data.get(), csv));
        return responses.respond(request, headers, version, body, format.type(), format.tag(Long.toString(version)),
                HttpHeaders.ACCEPT);
    }

    private <T> CompressedBody body(Format format, T data, Function<T, String> csv) {
        try {
            return format == Format.CSV ? CompressedBody.of(csv.apply(data))
                    : new CompressedBody(json.writeValueAsBytes(data));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the response can't be written as JSON", e);
        }
    }
}
