package org.dohyo.benchmark.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.dohyo.benchmark.KnownBenchmarks;
import org.dohyo.benchmark.mmlu.MmluArchive;
import org.dohyo.benchmark.mmlu.MmluSet;
import org.dohyo.benchmark.mtbench.MtBench;
import org.dohyo.benchmark.mtbench.MtBenchSet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.agroal.api.AgroalDataSource;

/** The questions that runs ask: our own, shipped as resources, and what admins load. */
@ApplicationScoped
public class QuestionSets {

    /** Our own questions. They are not the benchmark's original, and their scores can't be compared with those. */
    static final String OWN = "dohyo-1";
    private static final String RESOURCES = "/benchmark/";
    private static final List<String> SUBJECTS = List.of("arithmetic", "physics", "biology", "geography", "computing",
            "reasoning",
            "ja_arithmetic", "ja_science", "ja_geography", "ja_history", "ja_language", "ja_civics");
    private static final Pattern UNSTORABLE = Pattern.compile("[\\x00\\p{Cs}]");

    private final AgroalDataSource database;
    private final ObjectMapper json;
    /** Never changed once stored, and few. */
    private final Map<Long, QuestionSet> known = new ConcurrentHashMap<>();

    QuestionSets(AgroalDataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** @param own whether it is shipped with the arena */
    public record Listed(String benchmark, String version, boolean own, int questions) {
    }

    /** The sets of a benchmark, our own first. */
    public List<Listed> of(Runner runner) {
        List<Listed> all = new ArrayList<>();
        String benchmark = runner.benchmark().slug();
        all.add(new Listed(benchmark, OWN, true, runner.questions(shipped(benchmark))));
        String sql = "select version, questions from question_set where benchmark = ? and not own order by version";
        try (Connection connection = database.getConnection(); PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, benchmark);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    all.add(new Listed(benchmark, row.getString(1), false, row.getInt(2)));
                }
            }
            return all;
        } catch (SQLException e) {
            throw new IllegalStateException("the sets of questions can't be listed", e);
        }
    }

    /** The set of that version; our own is stored when it is first asked for. */
    @Transactional
    Optional<QuestionSet> find(Runner runner, String version) {
        Optional<QuestionSet> found = stored(runner, version);
        if (found.isEmpty() && version.equals(OWN)) {
            store(runner, shipped(runner.benchmark().slug()));
            return stored(runner, version);
        }
        return found;
    }

    private Optional<QuestionSet> stored(Runner runner, String version) {
        String sql = "select id from question_set where benchmark = ? and version = ?";
        try (Connection connection = database.getConnection(); PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, runner.benchmark().slug());
            query.setString(2, version);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(get(row.getLong(1))) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the set of questions can't be found", e);
        }
    }

    QuestionSet get(long id) {
        return known.computeIfAbsent(id, this::read);
    }

    private QuestionSet read(long id) {
        String sql = "select benchmark, version, own, content from question_set where id = ?";
        try (Connection connection = database.getConnection(); PreparedStatement query = connection.prepareStatement(sql)) {
            query.setLong(1, id);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                boolean mmlu = row.getString(1).equals(KnownBenchmarks.MMLU.slug());
                String content = row.getString(4);
                return new QuestionSet(id, row.getString(2), row.getBoolean(3),
                        mmlu ? null : json.readValue(content, MtBenchSet.class),
                        mmlu ? json.readValue(content, MmluSet.class) : null);
            }
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("the set of questions " + id + " can't be read", e);
        }
    }

    /**
     * Reads a file in the benchmark's own format and stores it.
     *
     * @param subject of an MMLU file that is a single CSV; else null
     * @return whether it was not there before
     * @throws QuestionFileException if the file is wrong, or another one has this version
     */
    @Transactional
    public boolean load(Runner runner, String version, String subject, byte[] file) {
        QuestionSet set = parse(runner, version, subject, file);
        if (store(runner, set)) {
            return true;
        }
        QuestionSet stored = find(runner, version).orElseThrow();
        if (!set.equals(new QuestionSet(set.id(), version, set.own(), stored.mtBench(), stored.mmlu()))) {
            throw new QuestionFileException("the version", "belongs to other questions already: choose another one");
        }
        return false;
    }

    private QuestionSet parse(Runner runner, String version, String subject, byte[] file) {
        if (runner instanceof MtBench) {
            return new QuestionSet(0, version, false, MtBenchSet.read(text(file), json), null);
        }
        Map<String, String> files = MmluArchive.isArchive(file) ? MmluArchive.unpack(file)
                : Map.of(subject + "_test.csv", text(file));
        files.values().forEach(QuestionSets::checkStorable);
        return new QuestionSet(0, version, false, null, MmluSet.read(files));
    }

    private static String text(byte[] file) {
        String text = new String(file, StandardCharsets.UTF_8);
        checkStorable(text);
        return text;
    }

    private static void checkStorable(String text) {
        if (UNSTORABLE.matcher(text).find() || text.contains("\\u0000")) {
            throw new QuestionFileException("the file", "contains the null character or half a character");
        }
    }

    private boolean store(Runner runner, QuestionSet set) {
        String sql = """
                insert into question_set (benchmark, version, own, questions, content, created_at)
                values (?, ?, ?, ?, ?::jsonb, now()) on conflict (benchmark, version) do nothing""";
        try (Connection connection = database.getConnection(); PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, runner.benchmark().slug());
            insert.setString(2, set.version());
            insert.setBoolean(3, set.own());
            insert.setInt(4, runner.questions(set));
            insert.setString(5, json.writeValueAsString(set.mmlu() == null ? set.mtBench() : set.mmlu()));
            return insert.executeUpdate() == 1;
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("the set of questions can't be stored", e);
        }
    }

    QuestionSet shipped(String benchmark) {
        if (benchmark.equals(KnownBenchmarks.MT_BENCH.slug())) {
            String all = resource("mt-bench/dohyo-1/en.jsonl") + "\n" + resource("mt-bench/dohyo-1/ja.jsonl");
            return new QuestionSet(0, OWN, true, MtBenchSet.read(all, json), null);
        }
        Map<String, String> files = new TreeMap<>();
        for (String split : List.of("dev", "test")) {
            SUBJECTS.forEach(subject -> {
                String path = "mmlu/dohyo-1/" + split + "/" + subject + "_" + split + ".csv";
                files.put(path, resource(path));
            });
        }
        return new QuestionSet(0, OWN, true, null, MmluSet.read(files));
    }

    private static String resource(String path) {
        try (InputStream in = QuestionSets.class.getResourceAsStream(RESOURCES + path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
