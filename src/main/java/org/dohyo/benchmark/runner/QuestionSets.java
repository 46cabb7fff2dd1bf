package org.dohyo.benchmark.runner;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.dohyo.account.Audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * The sets of questions that runs can use: one shipped with the arena for each benchmark, and those that admins load.
 */
@ApplicationScoped
public class QuestionSets {

    /** The version of the sets shipped with the arena. Their scores can't be compared with the original benchmark's. */
    public static final String OWN = "dohyo-1";

    private static final Pattern VERSION = Pattern.compile("(?!dohyo)[a-z0-9]([a-z0-9._-]{0,98}[a-z0-9])?");

    private final StoredQuestionSet.Repository stored;
    private final Runners runners;
    private final ObjectMapper json;
    private final Clock clock;
    private final Audit audit;
    /** Few, and a stored set never changes. */
    private final Map<Long, QuestionSet> cache = new ConcurrentHashMap<>();

    QuestionSets(StoredQuestionSet.Repository stored, Runners runners, ObjectMapper json, Clock clock,
            Audit audit) {
        this.stored = stored;
        this.runners = runners;
        this.json = json;
        this.clock = clock;
        this.audit = audit;
    }

    /** @param own true for the set shipped with the arena */
    public record Listed(String benchmark, String version, boolean own, int questions) {
    }

    /** The sets of a benchmark, the arena's own first. */
    @Transactional
    public List<Listed> of(Runner runner) {
        List<Listed> all = new ArrayList<>();
        String benchmark = runner.benchmark().slug();
        all.add(new Listed(benchmark, OWN, true, runner.shipped().size()));
        all.addAll(stored.loaded(benchmark));
        return all;
    }

    /** The set of that version; the arena's own is stored when it is first used. */
    @Transactional
    public Optional<QuestionSet> find(Runner runner, String version) {
        Optional<QuestionSet> set = read(runner, version);
        if (set.isEmpty() && version.equals(OWN)) {
            store(runner, new QuestionSet(0, OWN, true, runner.shipped()));
            return read(runner, version);
        }
        return set;
    }

    private Optional<QuestionSet> read(Runner runner, String version) {
        return stored.id(runner.benchmark().slug(), version).map(this::get);
    }

    @Transactional
    public QuestionSet get(long id) {
        return cache.computeIfAbsent(id, this::read);
    }

    private QuestionSet read(long id) {
        StoredQuestionSet set = stored.findById(id);
        try {
            return new QuestionSet(id, set.version, set.own,
                    json.readValue(set.content, runners.of(set.benchmark).questionsType()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the set of questions " + id + " can't be read", e);
        }
    }

    /** True if an admin may load a set as that version: those that begin with {@code dohyo} are the arena's own. */
    public static boolean isLoadable(String version) {
        return version != null && VERSION.matcher(version).matches();
    }

    /**
     * Reads a file in the benchmark's own format and stores it; the audit trail names the account that loaded it.
     *
     * @return whether the set is new
     * @throws QuestionFileException if the file is wrong, or another one has this version
     */
    @Transactional
    public boolean load(Runner runner, String version, QuestionFile file, String who) {
        boolean fresh = load(runner, version, file);
        audit.record(who, "load-questions", "benchmark:" + runner.benchmark().slug() + "/" + version, null, null);
        return fresh;
    }

    private boolean load(Runner runner, String version, QuestionFile file) {
        QuestionSet set = new QuestionSet(0, version, false, runner.parse(file));
        if (store(runner, set)) {
            return true;
        }
        if (!set.questions().equals(read(runner, version).orElseThrow().questions())) {
            throw new QuestionFileException(QuestionFileMessages::theVersion, QuestionFileMessages::versionTaken);
        }
        return false;
    }

    private boolean store(Runner runner, QuestionSet set) {
        StoredQuestionSet row = new StoredQuestionSet();
        row.benchmark = runner.benchmark().slug();
        row.version = set.version();
        row.own = set.own();
        row.questions = set.questions().size();
        row.createdAt = clock.instant();
        try {
            row.content = json.writeValueAsString(set.questions());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the set of questions can't be written as JSON", e);
        }
        return stored.insert(row);
    }
}
