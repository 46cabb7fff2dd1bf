package org.dohyo.leaderboard;

import java.sql.Connection;
import java.sql.SQLException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.agroal.api.AgroalDataSource;

/** Answers that are read from the database once for each published board, and from memory after that. */
@ApplicationScoped
class CachedAnswers {

    private static final long MOST_BYTES = 64L << 20;

    private final Boards boards;
    private final AgroalDataSource database;
    private final ObjectMapper json;
    private final Cache<String, byte[]> answers = Caffeine.newBuilder().maximumWeight(MOST_BYTES)
            .weigher((String key, byte[] answer) -> answer.length).build();

    CachedAnswers(Boards boards, AgroalDataSource database, ObjectMapper json) {
        this.boards = boards;
        this.database = database;
        this.json = json;
    }

    interface Query {
        Object read(Connection connection) throws SQLException;
    }

    /**
     * The answer as JSON with its tag, or 304 where the caller has it.
     *
     * @param what names the question, with all its parameters
     */
    Response to(Request request, String what, Query query) {
        long version = boards.version();
        EntityTag tag = new EntityTag(Long.toString(version));
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        if (unchanged != null) {
            return unchanged.build();
        }
        byte[] answer = answers.get(version + " " + what, unused -> read(query));
        return Response.ok(answer, MediaType.APPLICATION_JSON_TYPE).tag(tag).build();
    }

    private byte[] read(Query query) {
        try (Connection connection = database.getConnection()) {
            return json.writeValueAsBytes(query.read(connection));
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("an answer can't be read", e);
        }
    }
}
