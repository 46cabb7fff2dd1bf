package org.dohyo.leaderboard.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.dohyo.leaderboard.board.Board;
import org.dohyo.leaderboard.board.BoardKey;
import org.dohyo.leaderboard.board.ModelColumn;
import org.dohyo.leaderboard.board.RatingMethod;
import org.dohyo.leaderboard.count.Weights;
import org.dohyo.text.Categories;

/**
 * A reader's view of a board, determined completely by the address.
 *
 * @param name null, as {@code organization} and {@code license}, unless filtered by
 * @param sort a {@link SortKey#label()} or the key of a column
 * @param columns the keys of the {@link ModelColumn}s that are shown
 */
public record BoardView(BoardKey key, String name, String organization, String license, boolean openWeights,
        long minVotes,
        boolean retired, String sort, boolean reversed, List<String> columns) {

    private static final String PAGE = "/leaderboard";

    public boolean elo() {
        return key.method() == RatingMethod.ELO;
    }

    public boolean styleControl() {
        return key.styleControl();
    }

    /** The label of its {@link Weights}. */
    public String weights() {
        return key.weights().label();
    }

    public boolean byVotes() {
        return key.weights() == Weights.VOTES;
    }

    public boolean byPrompts() {
        return key.weights() == Weights.PROMPTS;
    }

    public boolean firstUse() {
        return key.weights() == Weights.FIRST_USE;
    }

    /** True if the board weights votes otherwise than by default. */
    public boolean otherWeights() {
        return key.weights() != Weights.VOTERS;
    }

    public String category() {
        return key.category();
    }

    /** True if a filter, other than the switch for retired models, may hide rows. */
    public boolean filtered() {
        return name != null || organization != null || license != null || openWeights || minVotes > 0;
    }

    boolean shows(Board.Row row) {
        return (retired || !row.retired()) && matches(row);
    }

    /** True if the row matches all filters except the switch for retired models. */
    boolean matches(Board.Row row) {
        return row.votes() >= minVotes && (!openWeights || Boolean.TRUE.equals(row.openWeights()))
                && (organization == null || row.organization().equals(organization))
                && (license == null || row.license().equals(license)) && (name == null || named(row));
    }

    private boolean named(Board.Row row) {
        String part = name.toLowerCase(Locale.ROOT);
        return row.name().toLowerCase(Locale.ROOT).contains(part) || row.slug().contains(part);
    }

    /** The query parameters that differ from their defaults. */
    public Map<String, String> parameters() {
        Map<String, String> parameters = boardParameters();
        put(parameters, "name", name);
        put(parameters, "organization", organization);
        put(parameters, "license", license);
        put(parameters, "openWeights", openWeights ? "true" : null);
        put(parameters, "minVotes", minVotes > 0 ? Long.toString(minVotes) : null);
        put(parameters, "retired", retired ? "true" : null);
        put(parameters, "sort", sort.equals(SortKey.RANK.label()) ? null : sort);
        put(parameters, "reverse", reversed ? "true" : null);
        return parameters;
    }

    private Map<String, String> boardParameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        put(parameters, "category", category().equals(Categories.OVERALL) ? null : category());
        put(parameters, "method", elo() ? RatingMethod.ELO.label() : null);
        put(parameters, "weights", otherWeights() && !elo() && !styleControl() ? weights() : null);
        put(parameters, "styleControl", styleControl() ? "true" : null);
        return parameters;
    }

    private static void put(Map<String, String> parameters, String parameter, String value) {
        if (value != null) {
            parameters.put(parameter, value);
        }
    }

    /** The address of this view. */
    public String href() {
        return address(PAGE, parameters(), columns);
    }

    private static String address(String path, Map<String, String> parameters, List<String> columns) {
        List<String> parts = new ArrayList<>();
        parameters.forEach(
                (parameter, value) -> parts.add(parameter + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
        columns.forEach(column -> parts.add("columns=" + column));
        return parts.isEmpty() ? path : path + "?" + String.join("&", parts);
    }

    private String href(Consumer<Map<String, String>> change) {
        Map<String, String> parameters = parameters();
        change.accept(parameters);
        return address(PAGE, parameters, columns);
    }

    /** The same view of another category. */
    public String in(String category) {
        return href(parameters -> {
            parameters.remove("category");
            put(parameters, "category", category.equals(Categories.OVERALL) ? null : category);
        });
    }

    public String withBradleyTerry() {
        return href(parameters -> parameters.remove("method"));
    }

    public String withElo() {
        return href(parameters -> {
            parameters.keySet().removeAll(List.of("weights", "styleControl"));
            parameters.put("method", RatingMethod.ELO.label());
        });
    }

    public String withStyleControl(boolean on) {
        return href(parameters -> {
            parameters.keySet().removeAll(List.of("method", "weights", "styleControl"));
            put(parameters, "styleControl", on ? "true" : null);
        });
    }

    public String withRetired(boolean shown) {
        return href(parameters -> {
            parameters.remove("retired");
            put(parameters, "retired", shown ? "true" : null);
        });
    }

    public String withoutFilters() {
        return href(parameters -> parameters.keySet()
                .removeAll(List.of("name", "organization", "license", "openWeights", "minVotes")));
    }

    /** Sorted by that column; in the opposite order if it already is. */
    public String sortedBy(String key) {
        return href(parameters -> {
            parameters.keySet().removeAll(List.of("sort", "reverse"));
            put(parameters, "sort", key.equals(SortKey.RANK.label()) ? null : key);
            put(parameters, "reverse", key.equals(sort) && !reversed ? "true" : null);
        });
    }

    /** The address of its board, for programs. */
    public String api() {
        return address("/api/leaderboard", boardParameters(), List.of());
    }

    /** As {@link #api}, as CSV. */
    public String csv() {
        Map<String, String> parameters = boardParameters();
        parameters.put("format", "csv");
        return address("/api/leaderboard", parameters, List.of());
    }

    /** The address of this view's charts. */
    public String charts() {
        return address(PAGE + "/charts", parameters(), columns);
    }

    /** The address of one of the charts as a picture or a table. */
    public String chart(String name, String format) {
        return address(PAGE + "/charts/" + name + "." + format, parameters(), columns);
    }

    /** The address of the table for other sites. */
    public String embed() {
        return address("/embed/leaderboard", boardParameters(), List.of());
    }

    /** The element that shows this board in another page; its address has to be made absolute. */
    public String iframe() {
        return "<iframe src=\"" + embed()
                + "\" title=\"Dohyo\" width=\"720\" height=\"480\" loading=\"lazy\"></iframe>";
    }

    /** The query of a model's page that shows the same category. */
    public String ofCategory() {
        return address("", category().equals(Categories.OVERALL) ? Map.of() : Map.of("category", category()),
                List.of());
    }

    /** Identifies this view among cached responses. */
    String cacheKey() {
        return parameters().entrySet().stream().map(Object::toString).collect(Collectors.joining("&")) + columns;
    }
}
