package org.dohyo.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The queries of docs/analysis.md, run on the release that {@link RecountTest} recounts. */
class DuckDbRecipesTest {

    private static final Pattern SECTION = Pattern.compile("## DuckDB\n(.*?)\n## ", Pattern.DOTALL);
    private static final Pattern QUERY = Pattern.compile("```sql\n(.*?)```", Pattern.DOTALL);

    private Connection database;
    private JsonNode board;

    @BeforeEach
    void runRecipes() throws SQLException, IOException {
        board = new ObjectMapper().readTree(new File("src/test/resources/boards.json")).get("overall voters");
        database = DriverManager.getConnection("jdbc:duckdb:");
        try (Statement statement = database.createStatement()) {
            statement.execute("set file_search_path = 'src/test/resources/release'");
            for (String query : recipes()) {
                statement.execute(query);
            }
        }
    }

    private static List<String> recipes() throws IOException {
        var section = SECTION.matcher(Files.readString(Path.of("../docs/analysis.md")));
        assertThat(section.find()).isTrue();
        return QUERY.matcher(section.group(1)).results().map(query -> query.group(1)).toList();
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    private List<List<Object>> rows(String query) throws SQLException {
        List<List<Object>> rows = new ArrayList<>();
        try (Statement statement = database.createStatement(); ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                List<Object> row = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(result.getObject(i));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    @Test
    void pairsAndDays_haveEveryVoteOnce() throws SQLException {
        long votes = board.get("votes").asLong();
        assertThat(rows("""
                select sum(first_wins + second_wins + halves)::bigint, count(*) = count(distinct (first, second))
                from pairs""")).containsExactly(List.of(votes, true));
        assertThat(rows("select sum(votes)::bigint from days")).containsExactly(List.of(votes));
    }

    @Test
    void winRates_areThoseOfTheBoard() throws SQLException {
        List<List<Object>> rates = rows("select model, votes, win_rate from win_rates");
        assertThat(rates).hasSize(board.get("models").size()).allSatisfy(row -> {
            JsonNode line = board.get("models").get((String) row.get(0));
            assertThat((long) row.get(1)).isEqualTo(line.get("votes").asLong());
            assertThat((double) row.get(2)).isCloseTo(line.get("winRate").asDouble(), within(1e-12));
        });
    }

    @Test
    void inputsOfTheFit_limitAVoterToThirtyVotes() throws SQLException {
        assertThat(rows("""
                select abs((select sum(weight) from bradley_terry)
                    - (select sum(least(30, n)) from (select count(*) as n from votes group by judge))) < 1e-6,
                  bool_and(score between 0 and weight) from bradley_terry"""))
                .containsExactly(List.of(true, true));
        assertThat(rows("select max(n) > 30 from (select count(*) as n from votes group by judge)"))
                .containsExactly(List.of(true));
    }
}
