package org.dohyo.provider.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.dohyo.provider.OpenAiServer;
import org.dohyo.provider.OpenAiServer.Script;
import org.dohyo.provider.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.vertx.core.Vertx;

/** The forms in which servers list their models. */
class ModelListsTest {

    private final Vertx vertx = Vertx.vertx();
    private final OpenAiServer server = new OpenAiServer();
    private final ModelLists lists = new ModelLists(
            new JsonCalls(new SmallCalls(vertx, new AddressGuard(true)), new ObjectMapper()));

    @AfterEach
    void close() {
        server.close();
        vertx.close();
    }

    private List<String> ids(URI base, String body) {
        server.next(Script.status(200).header("Content-Type", "application/json").send(body));
        return lists.of(base, Secret.NONE).toCompletionStage().toCompletableFuture().orTimeout(20, TimeUnit.SECONDS)
                .join();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"object":"list","data":[{"id":"m1"},{"id":"m2"}]}
            [{"id":"m1"},{"id":"m2"}]
            {"models":[{"name":"m1:latest","model":"m1"},{"name":"m2"}]}
            ["m1","m2"]
            {"data":["m1","m2"]}
            {"data":{"models":[{"id":"m1"},{"id":"m2"}]}}
            {"error":null,"data":[{"id":"m1"},{"id":""},{"id":"m2"},{"owned_by":"nobody"}]}
            """)
    void list(String body) {
        assertThat(ids(server.url(), body)).containsExactly("m1", "m2");
    }

    @Test
    void emptyList() {
        assertThat(ids(server.url(), "{\"data\":[]}")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"error":{"message":"no such key"}} | no such key
            {"error":"no such key"}             | no such key
            {"data":null}                       | has no list of models
            {}                                  | has no list of models
            "m1"                                | has no list of models
            <html>                              | is not JSON
            """)
    void noList(String body, String reason) {
        assertThatThrownBy(() -> ids(server.url(), body)).hasMessageContaining(reason)
                .hasCauseInstanceOf(CallFailure.class);
    }

    @Test
    void baseUrlMayEndWithAProtocolsPath() {
        ids(server.url().resolve("/v1/chat/completions"), "{\"data\":[]}");

        assertThat(server.requests().get(0).path()).isEqualTo("/v1/models");
    }
}
