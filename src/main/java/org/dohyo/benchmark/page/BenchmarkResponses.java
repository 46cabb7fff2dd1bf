package org.dohyo.benchmark.page;

import java.util.function.Function;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

import org.dohyo.benchmark.Benchmarks;
import org.dohyo.web.Format;
import org.dohyo.web.cache.PageCache;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** JSON and CSV responses with their tags, rebuilt after a new result or board. */
@ApplicationScoped
public class BenchmarkResponses {

    private final Benchmarks benchmarks;
    private final PageCache pages;
    private final ObjectMapper json;

    BenchmarkResponses(Benchmarks benchmarks, PageCache pages, ObjectMapper json) {
        this.benchmarks = benchmarks;
        this.pages = pages;
        this.json = json;
    }

    /**
     * @param what identifies the request, with all its parameters
     * @param format {@code json}, {@code csv}, or null to follow the header {@code Accept}
     * @param csv writes the same data as a table
     */
    public <T> Response to(Request request, HttpHeaders headers, String format, String what, Supplier<T> answer,
            Function<T, String> csv) {
        String key = "benchmarks " + benchmarks.version() + " " + what;
        Format wanted = Format.of(format, headers);
        Response response = pages.other(request, headers, wanted + " " + key, wanted.type(),
                () -> wanted == Format.CSV ? csv.apply(answer.get()) : written(answer.get()));
        return Response.fromResponse(response).header(HttpHeaders.VARY, HttpHeaders.ACCEPT).build();
    }

    private String written(Object answer) {
        try {
            return json.writeValueAsString(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer can't be written as JSON", e);
        }
    }
}
