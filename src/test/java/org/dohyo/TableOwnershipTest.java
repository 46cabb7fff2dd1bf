package org.dohyo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/**
 * A table belongs to one room. Any other room reaches it through the owner's repositories and interfaces or through a
 * view that the owner publishes, never by naming the table in SQL or HQL of its own. ArchUnit sees imports; this sees
 * the texts.
 */
class TableOwnershipTest {

    private static final Map<String, String> TABLES = owners(Map.ofEntries(
            Map.entry("account", "account account_session setup_link audit_entry sign_in_failure api_token"),
            Map.entry("replica", "replica shared_limit"),
            Map.entry("voter", "voter terms terms_draft"),
            Map.entry("text", "category_rule category_rule_name"),
            Map.entry("model",
                    "hash_key model model_revision model_price endpoint_minute endpoint_month endpoint_circuit"),
            Map.entry("battle", "battle turn answer battle_redraw"),
            Map.entry("vote",
                    "vote vote_without_voter vote_day battle_share log_queue import_queue log_entry log_head statement_queue "
                            + "statement_made"),
            Map.entry("log", "log_tree log_node log_key log_checkpoint log_cosignature log_hold"),
            Map.entry("moderation", "moderation flagged_conversation prompt_mark answer_flag"),
            Map.entry("integrity", "watched_model watch suspect validation judged_vote day_salt vote_network"),
            Map.entry("leaderboard",
                    "pair_count frequent_voter voter_pair_count elo_rating elo_gain snapshot "
                            + "uncertainty prompt_board model_speed speed_head "
                            + "yardstick yardstick_board yardstick_model"),
            Map.entry("dataset",
                    "vote_import import_vote release release_finding release_battle release_file release_piece "
                            + "release_preparation release_schedule"),
            Map.entry("project", "project project_invitation project_member project_criterion project_prompt "
                    + "project_model project_answer project_item project_assignment project_rating project_side "
                    + "project_log project_entry project_node project_checkpoint project_left_out project_board "
                    + "project_adjudication project_standing project_judge_run project_verdict project_highlight "
                    + "project_answering_run project_answering_call"),
            Map.entry("benchmark",
                    "benchmark benchmark_scenario benchmark_metric benchmark_result benchmark_record "
                            + "benchmark_model_name question_set benchmark_run benchmark_run_model benchmark_item "
                            + "benchmark_pause")));

    /** Views that any room may query; each is defined over its owner's tables and other published views. */
    private static final Map<String, String> VIEWS = owners(Map.of(
            "voter", "imported_voter voter_arrival publishing_terms banned_voter",
            "model", "model_summary endpoint_outage",
            "battle", "battle_summary battle_models answer_end answer_speed imported_battle exported_battle "
                    + "exported_turn publishable_battle",
            "vote", "cast_vote entry_of_vote tagged_vote vote_log vote_log_size exported_vote unknown_voter_vote",
            "dataset", "storing_import",
            "leaderboard", "counted_pair counted_weighted_pair weighted_pair_count",
            "benchmark", "benchmark_newest_result"));

    private static final Path SOURCES = Path.of("src/main/java/org/dohyo");
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

    private static final Pattern LITERAL_OR_COMMENT = Pattern.compile(
            "\"\"\"(?<block>.*?)(?<!\\\\)\"\"\"|\"(?<line>(?:[^\"\\\\\\n]|\\\\.)*)\"|//[^\\n]*|/\\*.*?\\*/|'(?:[^'\\\\]|\\\\.)+'",
            Pattern.DOTALL);
    private static final Pattern NAMES_AFTER_KEYWORD = Pattern.compile(
            "\\b(?:from|join|into|update|truncate|copy|using|table|only|FROM|JOIN|INTO|UPDATE)\\s+(?:(?:only|table|lateral)\\s+)?"
                    + "(\\w+(?:\\s+(?:as\\s+)?\\w+)?(?:\\s*,\\s*\\w+(?:\\s+(?:as\\s+)?\\w+)?)*)");
    private static final Pattern COMMON_TABLE = Pattern
            .compile("(?:with|,)\\s+(\\w+) as (?:(?:not )?materialized )?\\(");
    private static final Pattern ENTITY = Pattern.compile("^@Entity\\b.*?\\bclass (\\w+)",
            Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern TABLE_OF_ENTITY = Pattern.compile("@Table\\(name = \"(\\w+)\"");
    private static final Pattern SCHEMA_CHANGE = Pattern.compile(
            "create (?:unlogged )?table (?:if not exists )?(?<made>\\w+)|drop table (?:if exists )?(?<dropped>\\w+)"
                    + "|alter table (?<old>\\w+)\\s+rename to (?<renamed>\\w+)"
                    + "|create (?:or replace )?(?:materialized )?view (?<view>\\w+) as(?<query>[^;]*)|drop view (?<gone>\\w+)");

    /** A source file of a room. */
    private record Source(String room, String file, String text) {
    }

    /** @param views the query of each view by name */
    private record Schema(Set<String> tables, Map<String, String> views) {
    }

    private static Map<String, String> owners(Map<String, String> namesByRoom) {
        Map<String, String> owners = new HashMap<>();
        namesByRoom.forEach((room, names) -> Stream.of(names.split(" ")).forEach(name -> owners.put(name, room)));
        return owners;
    }

    @Test
    void everyTableAndViewOfTheSchema_hasAnOwner() {
        Schema schema = schema();
        assertThat(TABLES.keySet()).isEqualTo(schema.tables());
        assertThat(VIEWS.keySet()).isEqualTo(schema.views().keySet());
    }

    @Test
    void publishedViews_readTheirOwnersTables() {
        schema().views().forEach((view, query) -> assertThat(foreign(VIEWS.get(view), query, Map.of()))
                .as("tables of other rooms in the view %s", view).isEmpty());
    }

    @Test
    void entities_areInTheRoomOfTheirTable() {
        List<Source> sources = sources();
        assertThat(entities(sources)).isNotEmpty().allSatisfy((entity, table) -> {
            String owner = TABLES.getOrDefault(table, VIEWS.get(table));
            assertThat(sources).as("the entity %s of the table %s", entity, table)
                    .anyMatch(source -> source.room().equals(owner) && source.file().equals(entity + ".java"));
        });
    }

    @Test
    void rooms_nameTheirOwnTablesAndPublishedViewsOnly() {
        List<Source> sources = sources();
        Map<String, String> entities = entities(sources);
        List<String> crossings = new ArrayList<>();
        for (Source source : sources) {
            for (String text : literals(source.text())) {
                foreign(source.room(), text, entities).forEach(
                        table -> crossings.add(source.room() + "/" + source.file() + " names " + table + " of "
                                + TABLES.get(table)));
            }
        }
        assertThat(crossings).isEmpty();
    }

    @Test
    void crossing_isSeenInLinesBlocksAndHql_butNotInCommentsProseOrViews() {
        Map<String, String> entities = Map.of("Vote", "vote", "Model", "model");
        String source = """
                /** Reads from battle what it needs; "update vote". */
                class Made {
                    String a = "select count(*) from model m " + "join battle b on b.model_a = m.id";
                    String b = \"""
                            delete from answer_flag f using log_entry, log_head h where "x" = 1\""";
                    String c = "from Vote where id = ?1"; // from turn
                    char quote = '"';
                    String d = "insert into elo_rating select * from battle_summary";
                    String e = "From vote to rating: the model of a battle by its vote";
                }
                """;
        Set<String> seen = new TreeSet<>();
        literals(source).forEach(text -> seen.addAll(foreign("model", text, entities)));
        assertThat(seen).containsExactly("answer_flag", "battle", "elo_rating", "log_entry", "log_head", "vote");
    }

    /** The tables of other rooms that a text names; views are open to all. */
    private static Set<String> foreign(String room, String text, Map<String, String> entities) {
        Set<String> tables = new TreeSet<>();
        Set<String> defined = COMMON_TABLE.matcher(text).results().map(name -> name.group(1))
                .collect(Collectors.toSet());
        Matcher names = NAMES_AFTER_KEYWORD.matcher(text);
        for (int from = 0; names.find(from); from = names.start(1)) {
            for (String name : names.group(1).split(",")) {
                String first = name.strip().split("\\s+")[0];
                String table = entities.getOrDefault(first, first);
                if (!defined.contains(table) && TABLES.containsKey(table) && !TABLES.get(table).equals(room)) {
                    tables.add(table);
                }
            }
        }
        return tables;
    }

    /** The string literals of a source; those that only a plus sign separates are one. */
    private static List<String> literals(String source) {
        List<String> literals = new ArrayList<>();
        int end = -1;
        for (MatchResult match : LITERAL_OR_COMMENT.matcher(source).results().toList()) {
            String text = match.group(1) != null ? match.group(1) : match.group(2);
            if (text == null) {
                continue;
            }
            if (end >= 0 && source.substring(end, match.start()).strip().equals("+")) {
                literals.set(literals.size() - 1, literals.get(literals.size() - 1) + text);
            } else {
                literals.add(text);
            }
            end = match.end();
        }
        return literals;
    }

    /** Table by the simple name of its entity. */
    private static Map<String, String> entities(List<Source> sources) {
        Map<String, String> entities = new TreeMap<>();
        for (Source source : sources) {
            Matcher entity = ENTITY.matcher(source.text());
            if (entity.find()) {
                Matcher table = TABLE_OF_ENTITY.matcher(source.text());
                String snake = entity.group(1).replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase();
                entities.put(entity.group(1), table.find() ? table.group(1) : snake);
            }
        }
        return entities;
    }

    private static List<Source> sources() {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().map(file -> {
                Path inside = SOURCES.relativize(file);
                String room = inside.getNameCount() > 1 ? inside.getName(0).toString() : "";
                return new Source(room, file.getFileName().toString(), read(file));
            }).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Schema schema() {
        Schema schema = new Schema(new HashSet<>(), new HashMap<>());
        try (Stream<Path> files = Files.list(MIGRATIONS)) {
            files.sorted(Comparator.comparingInt(TableOwnershipTest::version))
                    .forEach(file -> change(schema, read(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return schema;
    }

    private static int version(Path migration) {
        return Integer.parseInt(migration.getFileName().toString().replaceFirst("V(\\d+)__.*", "$1"));
    }

    private static void change(Schema schema, String migration) {
        Matcher change = SCHEMA_CHANGE.matcher(migration.replaceAll("--[^\\n]*", "").toLowerCase());
        while (change.find()) {
            schema.tables().remove(change.group("dropped"));
            schema.tables().remove(change.group("old"));
            Stream.of("made", "renamed").map(change::group).filter(name -> name != null).forEach(schema.tables()::add);
            if (change.group("view") != null) {
                schema.views().put(change.group("view"), change.group("query"));
            }
            if (change.group("gone") != null) {
                schema.views().remove(change.group("gone"));
            }
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
