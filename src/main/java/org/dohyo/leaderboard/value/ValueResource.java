package org.dohyo.leaderboard.value;

import java.nio.charset.StandardCharsets;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

import org.dohyo.leaderboard.board.Boards;
import org.dohyo.support.Hashes;
import org.dohyo.text.CategoryRule;
import org.dohyo.web.Format;
import org.dohyo.web.cache.CompressedBody;
import org.dohyo.web.cache.ResponseCache;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.vertx.http.Compressed;
import io.smallrye.common.annotation.Blocking;

/** Quality, price and speed for programs. */
@Path(ValueResource.PATH)
@Produces({ MediaType.APPLICATION_JSON, Format.TEXT_CSV })
@Blocking
public class ValueResource {

    static final String PATH = "/api/leaderboard/value";

    private final Boards boards;
    private final CategoryRule.Repository rules;
    private final ValueBoards values;
    private final ResponseCache responses;
    private final ObjectMapper json;

    ValueResource(Boards boards, CategoryRule.Repository rules, ValueBoards values, ResponseCache responses,
            ObjectMapper json) {
        this.boards = boards;
        this.rules = rules;
        this.values = values;
        this.responses = responses;
        this.json = json;
    }

    @GET
    @Compressed
    @Operation(summary = "The ratings of a category beside prices and measured speeds",
            description = "Prices are those an admin entered, never converted; unknown ones are null. Speeds are"
                    + " medians over the answers of a model's present revision in voted battles of the last days, null"
                    + " below the least number of answers. A frontier has the models that no other surpasses in both"
                    + " the rating and the price, speed or wait, as estimated.")
    @APIResponse(responseCode = "200", description = "As CSV the rows of models",
            content = @Content(schema = @Schema(implementation = ValueBoard.class)))
    public Response value(@BeanParam ValueQuery query, @QueryParam("format") String format, @Context Request request,
            @Context HttpHeaders headers) {
        Format chosen = Format.of(format, headers);
        query.check(boards, rules);
        long version = boards.version();
        ValueBoard board = values.of(query.category, query.currency);
        String text = chosen == Format.CSV ? board.csv() : written(board);
        return responses.respond(request, headers, version,
                new CompressedBody(text.getBytes(StandardCharsets.UTF_8)), chosen.type(),
                chosen.tag(Hashes.sha256Hex(text).substring(0, 24)), HttpHeaders.ACCEPT);
    }

    private String written(ValueBoard board) {
        try {
            return json.writeValueAsString(board);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the board can't be written as JSON", e);
        }
    }
}
