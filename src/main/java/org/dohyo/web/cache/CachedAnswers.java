package org.dohyo.web.cache;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

import org.dohyo.leaderboard.board.Boards;
import org.dohyo.web.Format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.agroal.api.AgroalDataSource;

/** What is read from the database once for each published board, and from memory after that. */
@ApplicationScoped
public class CachedAnswers {

    private static final long MOST_BYTES = 64L << 20;

    private final Boards boards;
    private final AgroalDataSource database;
    private final ObjectMapper json;
    private final Answers answers;
    private final Cache<String, Body> known = Caffeine.newBuilder().maximumWeight(MOST_BYTES)
            .weigher((String key, Body answer) -> answer.size()).build();

    CachedAnswers(Boards boards, AgroalDataSource database, ObjectMapper json, Answers answers) {
        this.boards = boards;
        this.database = database;
        this.json = json;
        this.answers = answers;
    }

    public interface Query<T> {
        T read(Connection connection) throws SQLException;
    }

    /**
     * The answer with its tag, or 304 where the caller has it.
     *
     * @param what names the question, with all its parameters
     * @param csv writes what was read as a table
     */
    public <T> Response to(Request request, HttpHeaders headers, Format format, String what, Query<T> query,
            Function<T, String> csv) {
        long version = boards.version();
        Body answer = known.get(version + " " + format + " " + what, unused -> read(format, query, csv));
        return answers.of(request, headers, version, answer, format.type(), format.tag(Long.toString(version)),
                HttpHeaders.ACCEPT);
    }

    private <T> Body read(Format format, Query<T> query, Function<T, String> csv) {
        try (Connection connection = database.getConnection()) {
            T read = query.read(connection);
            return format == Format.CSV ? Body.of(csv.apply(read)) : new Body(json.writeValueAsBytes(read));
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("an answer can't be read", e);
        }
    }
}
