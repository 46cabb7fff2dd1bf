package org.dohyo.leaderboard.board;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.leaderboard.count.CategoryTable;
import org.dohyo.leaderboard.count.CountTables;
import org.dohyo.leaderboard.count.Weights;
import org.dohyo.model.Model;
import org.dohyo.model.ModelFacts;
import org.dohyo.rating.NotConvergedException;
import org.dohyo.text.Categories;
import org.jboss.logging.Logger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/** Publishes boards as snapshots, in the transaction in progress; the caller holds the job's lock. */
@ApplicationScoped
public class Snapshots {

    private static final int MAX_PARSED = 64;
    private static final Logger LOG = Logger.getLogger(Snapshots.class);

    private final CountTables tables;
    private final Snapshot.Repository snapshots;
    private final PromptBoard.Repository promptBoards;
    private final StoredUncertainty.Repository uncertainties;
    private final Model.Repository models;
    private final ObjectMapper json;
    private final Clock clock;
    /** By its JSON: many passes use one uncertainty. */
    private final Cache<String, Uncertainty> parsed = Caffeine.newBuilder().maximumSize(MAX_PARSED).build();

    Snapshots(CountTables tables, Snapshot.Repository snapshots, PromptBoard.Repository promptBoards,
            StoredUncertainty.Repository uncertainties, Model.Repository models, ObjectMapper json, Clock clock) {
        this.tables = tables;
        this.snapshots = snapshots;
        this.promptBoards = promptBoards;
        this.uncertainties = uncertainties;
        this.models = models;
        this.json = json;
        this.clock = clock;
    }

    /** The same with the counts in another replica's memory, for tests. */
    public Snapshots with(CountTables others) {
        return new Snapshots(others, snapshots, promptBoards, uncertainties, models, json, clock);
    }

    /**
     * Publishes the boards of some categories from their counts, and notifies all replicas.
     *
     * @param elo whether the online ratings have changed too
     */
    public void publish(Collection<String> categories, long logSize, boolean elo) {
        Map<String, List<Long>> voted = new LinkedHashMap<>();
        for (String category : categories) {
            voted.put(category, tables.of(category).models());
        }
        Map<Long, ModelFacts> byId = byId(voted.values().stream().flatMap(List::stream).distinct().toList());
        voted.forEach((category, ids) -> {
            CategoryTable table = tables.of(category);
            List<ModelFacts> bySlug = ids.stream().map(byId::get).sorted(Comparator.comparing(ModelFacts::slug))
                    .toList();
            BoardMaker maker = new BoardMaker(category, table,
                    table.played(bySlug.stream().map(ModelFacts::id).toList()), bySlug, logSize, clock.instant());
            if (elo) {
                write(BoardKey.of(category, RatingMethod.ELO, Weights.VOTES, false), maker.elo(table.elo()));
            }
            publish(maker);
        });
        snapshots.notifyListeners(logSize);
    }

    /** Writes a board that holds style constant; replicas read it with the next notification. */
    public void publish(StyleBoard figures) {
        write(BoardKey.styled(figures.category()), figures.board(byId(figures.ids()), clock.instant()));
    }

    /** Writes a board whose weights depend on the prompts; replicas read it with the next notification. */
    public void publish(FittedBoard figures) {
        promptBoards.replace(
                PromptBoard.of(figures.key(), text(figures.board(byId(figures.ids()), clock.instant()))));
    }

    private Map<Long, ModelFacts> byId(List<Long> ids) {
        return models.facts(ids).stream().collect(Collectors.toMap(ModelFacts::id, Function.identity()));
    }

    private void publish(BoardMaker maker) {
        try {
            Last byVotes = last(maker.category(), Weights.VOTES);
            write(BoardKey.byVotes(maker.category()), maker.byVotes(byVotes.uncertainty(), byVotes.methodVersion()));
            Last byVoters = last(maker.category(), Weights.VOTERS);
            write(BoardKey.of(maker.category()), maker.byVoters(byVoters.uncertainty(), byVoters.methodVersion()));
        } catch (NotConvergedException | IllegalArgumentException | ArithmeticException e) {
            LOG.errorf(e, "The boards of %s could not be computed: no snapshot of it is published", maker.category());
        }
    }

    private void write(BoardKey key, Board board) {
        snapshots.replace(Snapshot.of(key, board, text(board)));
    }

    /** The last uncertainty of a board, and the version of the method that has computed it. */
    private record Last(Uncertainty uncertainty, String methodVersion) {
    }

    private Last last(String category, Weights weights) {
        return uncertainties.findByIdOptional(StoredUncertainty.Key.of(category, weights))
                .map(stored -> new Last(parsed.get(stored.models, this::uncertainty), stored.methodVersion()))
                .orElse(new Last(Uncertainty.NONE, RatingMethod.BRADLEY_TERRY.version()));
    }

    private Uncertainty uncertainty(String text) {
        try {
            return json.readValue(text, Uncertainty.class);
        } catch (IOException e) {
            throw new IllegalStateException("a stored uncertainty can't be read", e);
        }
    }

    /** Replaces the last uncertainty of a category's board. */
    public void write(String category, Weights weights, Uncertainty uncertainty) {
        StoredUncertainty stored = new StoredUncertainty();
        stored.category = category;
        stored.weights = weights.label();
        stored.logSize = uncertainty.logSize();
        stored.exactLogSize = uncertainty.logSize();
        stored.generatedAt = uncertainty.at();
        stored.models = text(uncertainty);
        uncertainties.getEntityManager().merge(stored);
    }

    /** Has the uncertainty of all boards computed again; until then they keep what they have. */
    public void outdateUncertainty() {
        uncertainties.outdate();
    }

    /** The categories that have newer boards than their uncertainty, {@code overall} first. */
    public List<String> outdated(Collection<Board> boards) {
        Map<String, Long> oldest = uncertainties.oldest();
        return boards.stream().filter(board -> board.logSize() > oldest.getOrDefault(board.category(), 0L))
                .map(Board::category)
                .sorted(Comparator.comparing((String category) -> !category.equals(Categories.OVERALL))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** The size of the log from which the newest overall board was computed, by any replica; 0 before the first. */
    public long publishedLogSize() {
        return publishedLogSize(Categories.OVERALL);
    }

    /** As {@link #publishedLogSize()}, for a category. */
    public long publishedLogSize(String category) {
        return snapshots.newestLogSize(BoardKey.of(category)).orElse(0L);
    }

    /**
     * Keeps only the last snapshot of each hour, and of each day among the oldest.
     *
     * @param hourly snapshots before that are kept by the hour
     * @param daily snapshots before that are kept by the day
     */
    public void thin(Instant hourly, Instant daily) {
        snapshots.thin(daily, hourly, BoardHistory.Resolution.HOUR);
        snapshots.thin(Instant.EPOCH, daily, BoardHistory.Resolution.DAY);
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not writable as JSON: " + value, e);
        }
    }
}
