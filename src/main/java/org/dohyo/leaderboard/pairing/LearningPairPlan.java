package org.dohyo.leaderboard.pairing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.dohyo.battle.PairPlan;
import org.dohyo.leaderboard.board.Board;
import org.dohyo.leaderboard.board.BoardKey;
import org.dohyo.leaderboard.board.Boards;
import org.dohyo.leaderboard.count.VoterShares;
import org.dohyo.model.Model;
import org.dohyo.rating.PairSampling;
import org.dohyo.rating.WeightedPair;
import org.dohyo.support.Beat;
import org.dohyo.text.Categories;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;

/**
 * Draws the pair whose vote teaches most, with a floor under every pair, and tosses a coin for the sides. What it knows of
 * the field is read anew every few seconds, if the board has moved: a plan need not be newer.
 */
@ApplicationScoped
public class LearningPairPlan implements PairPlan {

    private static final int REFRESH_MILLIS = 5_000;
    private static final String VOTES = """
            select a.slug, b.slug, c.first_wins, c.second_wins, c.halves from weighted_pair_count c
            join model a on a.id = c.first join model b on b.id = c.second
            where c.category = ? and c.first_wins + c.second_wins + c.halves > 0""";

    private final Boards boards;
    private final AgroalDataSource database;
    private final Vertx vertx;
    private volatile KnownField field = KnownField.NOTHING;
    private volatile Plan plan;
    private long seen = -1;
    private Beat beat;

    LearningPairPlan(Boards boards, AgroalDataSource database, Vertx vertx) {
        this.boards = boards;
        this.database = database;
        this.vertx = vertx;
    }

    /** A plan and what it was made for. */
    private record Plan(KnownField field, List<Weight> weights, PairSampling sampling) {
    }

    private record Weight(String slug, double weight, List<String> onlyAgainst) {
    }

    void start(@Observes StartupEvent event) {
        beat = new Beat(vertx, REFRESH_MILLIS, this::refresh, "The plan of pairs stays as it was");
    }

    void stop(@Observes ShutdownEvent event) {
        beat.stop();
    }

    private void refresh() {
        long version = boards.version();
        if (version == seen) {
            return;
        }
        List<Board.Row> rows = boards.current(BoardKey.of(Categories.OVERALL)).board().models();
        learn(new KnownField(rows, votes(rows)));
        seen = version;
    }

    /** From now on pairs are drawn by that. */
    void learn(KnownField field) {
        this.field = field;
    }

    private List<WeightedPair> votes(List<Board.Row> rows) {
        Map<String, Integer> places = new HashMap<>();
        rows.forEach(row -> places.put(row.slug(), places.size()));
        List<WeightedPair> votes = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(VOTES)) {
            select.setString(1, Categories.OVERALL);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Integer first = places.get(row.getString(1));
                    Integer second = places.get(row.getString(2));
                    // A model that came since the board is taken in with the next one.
                    if (first != null && second != null) {
                        votes.add(new WeightedPair(first, second, weight(row, 3), weight(row, 4), weight(row, 5)));
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the votes between pairs can't be read", e);
        }
        return votes;
    }

    private static double weight(ResultSet row, int column) throws SQLException {
        return (double) row.getLong(column) / VoterShares.UNIT;
    }

    @Override
    public Draw draw(List<Model> candidates, RandomGenerator random) {
        PairSampling.Drawn drawn = sampling(candidates).draw(random);
        Model first = candidates.get(drawn.first());
        Model second = candidates.get(drawn.second());
        return random.nextBoolean() ? new Draw(first, second, drawn.propensity())
                : new Draw(second, first, drawn.propensity());
    }

    @Override
    public Map<String, Double> shares(List<Model> candidates) {
        if (candidates.size() < 2) {
            return Map.of();
        }
        double[] shares = sampling(candidates).shares();
        return IntStream.range(0, candidates.size()).boxed()
                .collect(Collectors.toMap(i -> candidates.get(i).slug, i -> shares[i]));
    }

    private PairSampling sampling(List<Model> candidates) {
        KnownField known = field;
        // In order: a place in the plan is a candidate's index.
        List<Weight> weights = candidates.stream().map(model -> new Weight(model.slug,
                model.weight(known.votes(model.slug)), List.of(model.onlyAgainst))).toList();
        Plan current = plan;
        if (current == null || current.field() != known || !current.weights().equals(weights)) {
            current = new Plan(known, weights, known.sampling(candidates,
                    weights.stream().mapToDouble(Weight::weight).toArray()));
            plan = current;
        }
        return current.sampling();
    }
}
