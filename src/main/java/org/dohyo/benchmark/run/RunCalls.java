package org.dohyo.benchmark.run;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.agroal.api.AgroalDataSource;

/** Every prompt, answer and judgement of a run, as they were said. */
@ApplicationScoped
public class RunCalls {

    public static final int PAGE = 50;

    private static final String PAGE_OF_ITEMS = """
            select i.*, m.slug as model, o.slug as opponent from benchmark_item i
            join model m on m.id = i.model_id left join model o on o.id = i.opponent_id
            where i.run_id = ? and i.id > ? and (cast(? as text) is null or i.state = ?)
                and (cast(? as text) is null or m.slug = ?) and i.state not in ('WAITING', 'HELD')
            order by i.id limit ?""";

    private final AgroalDataSource database;
    private final ObjectMapper json;

    RunCalls(AgroalDataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** One message of a prompt. */
    public record Sent(String role, String content) {
    }

    /**
     * @param question its place in the set, from 1
     * @param kind {@code answer}, {@code grade}, {@code compare} or {@code choice}
     * @param state {@code RUNNING}, {@code DONE} or {@code FAILED}
     * @param prompt as it was sent; empty where nothing was
     */
    public record Said(long id, int question, int turn, String kind, String model, String opponent, String state,
            List<Sent> prompt,
            String text, Double score, String verdict, String method, String errorKind, String errorDetail) {
    }

    /**
     * The calls that were begun, in their order.
     *
     * @param after the id of the last one seen; 0 for the first
     * @param state only those in it; null for all
     * @param model only those of the model with that slug; null for all
     */
    public List<Said> of(UUID run, long after, String state, String model) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(PAGE_OF_ITEMS)) {
            query.setObject(1, run);
            query.setLong(2, after);
            query.setString(3, state);
            query.setString(4, state);
            query.setString(5, model);
            query.setString(6, model);
            query.setInt(7, PAGE);
            List<Said> said = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    said.add(said(row));
                }
            }
            return said;
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("what was said in a run can't be read", e);
        }
    }

    private Said said(ResultSet row) throws SQLException, JsonProcessingException {
        String prompt = row.getString("prompt");
        List<Sent> sent = prompt == null ? List.of() : json.readValue(prompt, new TypeReference<>() {
        });
        return new Said(row.getLong("id"), row.getInt("question") + 1, row.getInt("turn"),
                row.getString("kind").toLowerCase(Locale.ROOT), row.getString("model"), row.getString("opponent"),
                row.getString("state"), sent, row.getString("text"), row.getObject("score", Double.class),
                row.getString("verdict"), row.getString("method"), row.getString("error_kind"), row.getString("error_detail"));
    }
}
