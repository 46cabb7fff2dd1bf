package org.dohyo.leaderboard.exposure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.dohyo.leaderboard.board.Board;
import org.dohyo.leaderboard.board.BoardKey;
import org.dohyo.leaderboard.board.Boards;
import org.dohyo.leaderboard.exposure.Exposure.OfMaker;
import org.dohyo.leaderboard.exposure.Exposure.OfModel;
import org.dohyo.model.Model;
import org.dohyo.text.Categories;

/** Adds up how often each model and each maker was seen. */
@ApplicationScoped
class Exposures {

    /** Half of a 95% interval in standard errors. */
    private static final double HALF = 1.96;

    private final SeenBattles battles;
    private final Boards boards;
    private final Model.Repository models;

    Exposures(SeenBattles battles, Boards boards, Model.Repository models) {
        this.battles = battles;
        this.boards = boards;
        this.models = models;
    }

    @Transactional
    Exposure read() {
        SeenBattles.Counts seen = battles.read();
        Map<String, Board.Row> rows = boards.current(BoardKey.byVotes(Categories.OVERALL)).board().models().stream()
                .collect(Collectors.toMap(Board.Row::slug, Function.identity()));
        long sides = seen.battles().values().stream().mapToLong(Long::longValue).sum();
        List<OfModel> all = models.listAll().stream().map(model -> {
            long fought = seen.battles().getOrDefault(model.id, 0L);
            Board.Row row = rows.get(model.slug);
            return new OfModel(model.slug, model.name, model.organization, fought, row == null ? 0 : row.votes(),
                    sides == 0 ? null : (double) fought / sides);
        }).filter(model -> model.battles() > 0 || model.votes() > 0)
                .sorted(Comparator.comparing(OfModel::battles).thenComparing(OfModel::votes).reversed()
                        .thenComparing(OfModel::slug))
                .toList();
        return new Exposure(seen.until(), all, makers(all, sides));
    }

    private List<OfMaker> makers(List<OfModel> all, long sides) {
        Map<String, List<Model>> variants = variants();
        Map<String, Board.Row> rated = boards.overall().models().stream()
                .collect(Collectors.toMap(Board.Row::slug, Function.identity()));
        Map<String, List<OfModel>> byMaker = all.stream()
                .collect(Collectors.groupingBy(OfModel::organization, TreeMap::new, Collectors.toList()));
        return byMaker.entrySet().stream().map(maker -> {
            long fought = maker.getValue().stream().mapToLong(OfModel::battles).sum();
            long votes = maker.getValue().stream().mapToLong(OfModel::votes).sum();
            List<Model> tried = variants.getOrDefault(maker.getKey(), List.of());
            Double maximum = tried.isEmpty() ? null : ExpectedMaximum.of(tried.size());
            return new OfMaker(maker.getKey(), maker.getValue().size(), fought, votes,
                    sides == 0 ? null : (double) fought / sides, tried.isEmpty() ? null : tried.size(), maximum,
                    maximum == null ? null : error(tried, rated).map(error -> error * maximum).orElse(null));
        }).sorted(Comparator.comparing(OfMaker::battles).thenComparing(OfMaker::votes).reversed()).toList();
    }

    /**
     * The models of each maker that were known by code names, where it has published one of two or more. Those that are
     * still drawn under a code name are left out: their maker isn't known yet.
     */
    private Map<String, List<Model>> variants() {
        Map<String, List<Model>> byMaker = new HashMap<>();
        models.list("publishedAt is not null or (unpublished is not null and retiredAt is not null)")
                .forEach(model -> byMaker.computeIfAbsent(maker(model), unused -> new ArrayList<>())
                        .add(model));
        byMaker.values().removeIf(
                tried -> tried.size() < 2 || tried.stream().noneMatch(model -> model.publishedAt != null));
        return byMaker;
    }

    private static String maker(Model model) {
        return model.unpublished == null ? model.organization : model.unpublished.organization();
    }

    /** The standard error of the published variant with the highest rating. */
    private static Optional<Double> error(List<Model> tried, Map<String, Board.Row> rated) {
        return tried.stream().filter(model -> model.publishedAt != null).map(model -> rated.get(model.slug))
                .filter(Objects::nonNull).max(Comparator.comparing(Board.Row::rating))
                .filter(row -> row.low() != null).map(row -> (row.high() - row.low()) / 2 / HALF);
    }
}
