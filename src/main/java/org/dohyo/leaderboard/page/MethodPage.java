package org.dohyo.leaderboard.page;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

import org.dohyo.leaderboard.board.Board;
import org.dohyo.leaderboard.board.BoardKey;
import org.dohyo.leaderboard.board.Boards;
import org.dohyo.leaderboard.board.RatingMethod;
import org.dohyo.leaderboard.board.UnknownVoters;
import org.dohyo.leaderboard.chart.NumberText;
import org.dohyo.model.Model;
import org.dohyo.text.Categories;
import org.dohyo.text.StyleFeature;
import org.dohyo.vote.VotesMessages;
import org.dohyo.web.Languages;
import org.dohyo.web.Texts;
import org.dohyo.web.cache.PageCache;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.vertx.http.Compressed;
import io.smallrye.common.annotation.Blocking;

/** Explains how votes become ratings, with this instance's own figures. */
@Path("/method")
@Blocking
public class MethodPage {

    private final Boards boards;
    private final MethodFigures figures;
    private final UnknownVoters unknownVoters;
    private final PlannedShare shares;
    private final MethodRules rules;
    private final Model.Repository models;
    private final PageCache pages;
    private final Languages languages;

    MethodPage(Boards boards, MethodFigures figures, UnknownVoters unknownVoters, PlannedShare shares,
            MethodRules rules, Model.Repository models, PageCache pages, Languages languages) {
        this.boards = boards;
        this.figures = figures;
        this.unknownVoters = unknownVoters;
        this.shares = shares;
        this.rules = rules;
        this.models = models;
        this.pages = pages;
        this.languages = languages;
    }

    @CheckedTemplate
    static class Templates {

        private Templates() {
        }

        static native TemplateInstance method(MethodView method, String locale, String path);
    }

    @GET
    @Compressed
    @Produces(MediaType.TEXT_HTML)
    public Response method(@Context Request request, @Context HttpHeaders headers) {
        String locale = languages.of(headers);
        return pages.html(request, headers, "method " + locale,
                () -> Templates.method(view(locale), locale, "/method").setLocale(locale).render());
    }

    private MethodView view(String locale) {
        MethodMessages words = Texts.of(MethodMessages.class, locale);
        VotesMessages votes = Texts.of(VotesMessages.class, locale);
        Board board = boards.current(BoardKey.byVotes(Categories.OVERALL)).board();
        MethodFigures.Figures read = figures.read();
        long unknown = unknownVoters.votes(Categories.OVERALL);
        return new MethodView(RatingMethod.BRADLEY_TERRY.version(), NumberText.grouped(board.votes()),
                NumberText.grouped(board.logSize()),
                read.leftOut().stream()
                        .map(entry -> new MethodView.Line(what(entry, words, votes),
                                NumberText.grouped(entry.entries())))
                        .toList(),
                style(words), position(), planned(),
                read.decided() < NumberText.LEAST_VOTES ? null
                        : NumberText.percent(read.sideA().share()) + " ("
                                + NumberText.percents(read.sideA().low(), read.sideA().high()) + ")",
                NumberText.grouped(read.decided()), unknown == 0 ? null : NumberText.grouped(unknown),
                rules.lines(words));
    }

    private Board.Style styleOfVotes() {
        return boards.current(BoardKey.styled(Categories.OVERALL)).board().style();
    }

    private List<MethodView.Line> style(MethodMessages words) {
        Board.Style style = styleOfVotes();
        return style == null ? List.of()
                : StyleFeature.CONTROLLED.stream().filter(feature -> known(style.coefficients().get(feature.label())))
                        .map(feature -> new MethodView.Line(name(feature, words),
                                text("%+.3f", "%.3f", style.coefficients().get(feature.label()))))
                        .toList();
    }

    /** An interval without width is that of an effect about which the votes say nothing. */
    private static boolean known(Board.Effect effect) {
        return effect != null && effect.value() != null && (effect.half() == null || effect.half() > 0);
    }

    private static String name(StyleFeature feature, MethodMessages words) {
        return switch (feature) {
            case TOKENS -> words.tokens();
            case HEADERS -> words.headers();
            case LISTS -> words.lists();
            case BOLD -> words.bold();
            case FIRST_TEXT, TOTAL -> throw new IllegalArgumentException(feature + " isn't held constant");
        };
    }

    private String position() {
        Board.Style style = styleOfVotes();
        return style == null || !known(style.position()) ? null
                : text("%+.1f", "%.1f", style.position());
    }

    private static String text(String value, String half, Board.Effect effect) {
        return String.format(Locale.ROOT, value, effect.value())
                + (effect.half() == null ? "" : " ± " + String.format(Locale.ROOT, half, effect.half()));
    }

    private static String what(MethodFigures.LeftOut entry, MethodMessages words, VotesMessages votes) {
        String kind = switch (entry.kind()) {
            case "CAST" -> words.notCounted();
            case "WITHDRAW" -> words.withdrawn();
            case "EXCLUDE" -> words.excluded();
            case "LEAVE_OUT" -> entry.reason().startsWith("log:") ? words.notLoggable() : words.leftOutOfABoard();
            default -> words.restored();
        };
        // The kind already says why a vote was withdrawn or couldn't be logged.
        boolean named = entry.kind().equals("WITHDRAW") || entry.reason().startsWith("log:");
        return named || entry.reason().isEmpty() ? kind
                : words.withReason(kind, entry.reason().equals("style-controlled: style-out-of-range")
                        ? words.styleOutOfRange()
                        : votes.why(entry.reason()));
    }

    private List<MethodView.Line> planned() {
        Map<String, Double> planned = shares.shares();
        Map<String, String> names = models.list("slug in ?1", planned.keySet()).stream()
                .collect(Collectors.toMap(model -> model.slug, model -> model.name, (one, other) -> one));
        return planned.entrySet().stream()
                .sorted(Comparator.comparing((Function<Map.Entry<String, Double>, Double>) Map.Entry::getValue)
                        .reversed()
                        .thenComparing(Map.Entry::getKey))
                .map(share -> new MethodView.Line(names.get(share.getKey()),
                        String.format(Locale.ROOT, "%.1f%%", share.getValue() * 100)))
                .toList();
    }
}
