package org.dohyo.leaderboard.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.leaderboard.board.Board;
import org.dohyo.leaderboard.board.BoardKey;
import org.dohyo.leaderboard.board.Boards;
import org.dohyo.leaderboard.board.Category;
import org.dohyo.leaderboard.board.Meetings;
import org.dohyo.leaderboard.board.PairResult;
import org.dohyo.leaderboard.chart.NumberText;
import org.dohyo.leaderboard.chart.RatingAxis;
import org.dohyo.leaderboard.speed.Speeds;
import org.dohyo.model.Model;
import org.dohyo.model.ModelPrice;
import org.dohyo.model.ModelRevision;
import org.dohyo.rating.Proportion;
import org.dohyo.text.StyleFeature;
import org.dohyo.web.Texts;

/** Gathers the figures of a model's page. */
@ApplicationScoped
class ModelProfiles {

    /** Below, the deviation of so few answers would give an interval that is far too narrow. */
    private static final int FEWEST_ANSWERS = 5;

    private final Boards boards;
    private final CategoryList categories;
    private final Meetings meetings;
    private final Histories histories;
    private final ModelStyles styles;
    private final PlannedShare shares;
    private final ModelRevision.Repository revisions;
    private final ModelPrice.Repository prices;
    private final Speeds speeds;

    ModelProfiles(Boards boards, CategoryList categories, Meetings meetings, Histories histories, ModelStyles styles,
            PlannedShare shares, ModelRevision.Repository revisions, ModelPrice.Repository prices, Speeds speeds) {
        this.boards = boards;
        this.categories = categories;
        this.meetings = meetings;
        this.histories = histories;
        this.styles = styles;
        this.shares = shares;
        this.revisions = revisions;
        this.prices = prices;
        this.speeds = speeds;
    }

    ModelProfile of(Model model, String category, String locale) {
        Board board = boards.current(BoardKey.of(category)).board();
        Map<String, Board.Row> rows = board.models().stream()
                .collect(Collectors.toMap(Board.Row::slug, Function.identity()));
        Board.Row own = rows.get(model.slug);
        List<ModelProfile.Standing> standings = new ArrayList<>();
        RatingAxis axis = standings(model.slug, category, locale, standings);
        List<ModelProfile.Opponent> opponents = meetings.in(category).of(model.slug).stream()
                .filter(pair -> rows.containsKey(pair.modelB()))
                .sorted(Comparator.comparingDouble(PairResult::winRate).reversed())
                .map(pair -> ModelProfile.Opponent.of(pair, rows.get(pair.modelB()).name())).toList();
        List<ModelProfile.Other> others = board.models().stream().filter(row -> !row.slug().equals(model.slug))
                .map(row -> new ModelProfile.Other(row.slug(), row.name())).toList();
        Double planned = shares.shares().get(model.slug);
        return new ModelProfile(model, revisions(model), category, standings, axis.ticks(), opponents, others,
                histories.of(BoardKey.of(category), own == null ? List.of() : List.of(own), locale),
                style(model.slug, locale), service(model), planned == null ? null : NumberText.finePercent(planned),
                own == null ? null : NumberText.finePercent(own.votes() / (2.0 * board.votes())));
    }

    /** A price or a context window would give a model under a code name away. */
    private ModelProfile.Service service(Model model) {
        boolean published = model.unpublished == null;
        return new ModelProfile.Service(published ? model.contextWindow : null,
                published ? prices.ofModel(model.id) : List.of(), speeds.of(model.slug));
    }

    private List<ModelProfile.Revision> revisions(Model model) {
        return revisions.list("modelId = ?1 order by revision", model.id).stream()
                .map(revision -> new ModelProfile.Revision(revision.revision,
                        BoardPage.utc(revision.createdAt).substring(0, 10)))
                .toList();
    }

    /** Its row in each category, all on one axis. */
    private RatingAxis standings(String slug, String category, String locale, List<ModelProfile.Standing> standings) {
        Map<String, Board> byCategory = boards.ofCategories().stream()
                .collect(Collectors.toMap(Board::category, Function.identity()));
        List<Category> known = categories.in(locale).stream()
                .filter(one -> byCategory.containsKey(one.slug())).toList();
        RatingAxis axis = RatingAxis.of(known.stream().map(one -> row(byCategory.get(one.slug()), slug))
                .flatMap(Optional::stream).toList());
        for (Category one : known) {
            Board board = byCategory.get(one.slug());
            row(board, slug).ifPresent(row -> standings.add(new ModelProfile.Standing(one.name(),
                    ModelProfilePage.address("/models/" + slug, one.slug()), one.slug().equals(category),
                    BoardLine.of(row, axis, false, BoardLine.Head.NONE, null, List.of()), ranked(board))));
        }
        return axis;
    }

    private static int ranked(Board board) {
        return (int) board.models().stream().filter(row -> row.rank() != null).count();
    }

    private static Optional<Board.Row> row(Board board, String slug) {
        return board.models().stream().filter(row -> row.slug().equals(slug)).findFirst();
    }

    private List<ModelProfile.Trait> style(String slug, String locale) {
        ModelMessages words = Texts.of(ModelMessages.class, locale);
        ModelStyles.Style style = styles.of(slug).orElse(null);
        List<ModelProfile.Trait> traits = new ArrayList<>();
        if (style != null) {
            for (StyleFeature feature : StyleFeature.values()) {
                mean(name(feature, words), style.means().get(feature), feature.scale(), traits);
            }
            share(words.again(), style.again(), traits);
            share(words.cut(), style.cut(), traits);
        }
        return traits;
    }

    private static String name(StyleFeature feature, ModelMessages words) {
        return switch (feature) {
            case TOKENS -> words.tokens();
            case HEADERS -> words.headers();
            case LISTS -> words.lists();
            case BOLD -> words.bold();
            case FIRST_TEXT -> words.firstText();
            case TOTAL -> words.wholeAnswer();
        };
    }

    private static void mean(String name, ModelStyles.Mean mean, double scale, List<ModelProfile.Trait> traits) {
        if (mean != null) {
            String half = mean.answers() < FEWEST_ANSWERS ? "" : "± " + figure(mean.half() / scale);
            traits.add(new ModelProfile.Trait(name, figure(mean.mean() / scale), half));
        }
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%.0f" : value >= 10 ? "%.1f" : "%.2f", value);
    }

    private static void share(String name, Proportion share, List<ModelProfile.Trait> traits) {
        if (share != null) {
            traits.add(new ModelProfile.Trait(name, NumberText.percent(share.share()),
                    NumberText.percents(share.low(), share.high())));
        }
    }
}
