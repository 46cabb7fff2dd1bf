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
import org.dohyo.leaderboard.count.Weights;
import org.dohyo.text.Categories;

/**
 * What a reader has chosen to see, all of which stands in the address.
 *
 * @param name null, as {@code organization} and {@code license}, where it isn't asked for
 * @param sort a {@link SortKey#label()} or the key of a column
 * @param columns the keys of the {@link ModelColumn}s that are shown
 */
public record BoardView(BoardKey key, String name, String organization, String license, boolean openWeights, long minVotes,
        boolean retired, String sort, boolean reversed, List<String> columns) {

    private static final String PAGE = "/leaderboard";

    public boolean elo() {
        return key.method().equals("elo");
    }

    public boolean styleControl() {
        return key.styleControl();
    }

    public boolean byVotes() {
        return key.weights() == Weights.VOTES;
    }

    public String category() {
        return key.category();
    }

    /** Whether rows may be missing because of what was chosen, retired ones apart. */
    public boolean filtered() {
        return name != null || organization != null || license != null || openWeights || minVotes > 0;
    }

    boolean shows(Board.Row row) {
        return (retired || !row.retired()) && matches(row);
    }

    /** Whether it fits all filters but the switch for retired models. */
    boolean matches(Board.Row row) {
        return row.votes() >= minVotes && (!openWeights || row.openWeights())
                && (organization == null || row.organization().equals(organization))
                && (license == null || row.license().equals(license)) && (name == null || named(row));
    }

    private boolean named(Board.Row row) {
        String part = name.toLowerCase(Locale.ROOT);
        return row.name().toLowerCase(Locale.ROOT).contains(part) || row.slug().contains(part);
    }

    /** What is not as it would be without saying. */
    public Map<String, String> parameters() {
        Map<String, String> said = boardParameters();
        put(said, "name", name);
        put(said, "organization", organization);
        put(said, "license", license);
        put(said, "openWeights", openWeights ? "true" : null);
        put(said, "minVotes", minVotes > 0 ? Long.toString(minVotes) : null);
        put(said, "retired", retired ? "true" : null);
        put(said, "sort", sort.equals(SortKey.RANK.label()) ? null : sort);
        put(said, "reverse", reversed ? "true" : null);
        return said;
    }

    private Map<String, String> boardParameters() {
        Map<String, String> said = new LinkedHashMap<>();
        put(said, "category", category().equals(Categories.OVERALL) ? null : category());
        put(said, "method", elo() ? "elo" : null);
        put(said, "weights", byVotes() && !elo() && !styleControl() ? "votes" : null);
        put(said, "styleControl", styleControl() ? "true" : null);
        return said;
    }

    private static void put(Map<String, String> said, String parameter, String value) {
        if (value != null) {
            said.put(parameter, value);
        }
    }

    /** The address of this view. */
    public String href() {
        return address(PAGE, parameters(), columns);
    }

    private static String address(String path, Map<String, String> said, List<String> columns) {
        List<String> parts = new ArrayList<>();
        said.forEach((parameter, value) -> parts.add(parameter + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
        columns.forEach(column -> parts.add("columns=" + column));
        return parts.isEmpty() ? path : path + "?" + String.join("&", parts);
    }

    private String href(Consumer<Map<String, String>> change) {
        Map<String, String> said = parameters();
        change.accept(said);
        return address(PAGE, said, columns);
    }

    /** The same view of another category. */
    public String in(String category) {
        return href(said -> {
            said.remove("category");
            put(said, "category", category.equals(Categories.OVERALL) ? null : category);
        });
    }

    public String withBradleyTerry() {
        return href(said -> said.remove("method"));
    }

    public String withElo() {
        return href(said -> {
            said.keySet().removeAll(List.of("weights", "styleControl"));
            said.put("method", "elo");
        });
    }

    public String withStyleControl(boolean on) {
        return href(said -> {
            said.keySet().removeAll(List.of("method", "weights", "styleControl"));
            put(said, "styleControl", on ? "true" : null);
        });
    }

    public String withRetired(boolean shown) {
        return href(said -> {
            said.remove("retired");
            put(said, "retired", shown ? "true" : null);
        });
    }

    public String withoutFilters() {
        return href(said -> said.keySet().removeAll(List.of("name", "organization", "license", "openWeights", "minVotes")));
    }

    /** Sorted by that; where it already is, the other way round. */
    public String sortedBy(String key) {
        return href(said -> {
            said.keySet().removeAll(List.of("sort", "reverse"));
            put(said, "sort", key.equals(SortKey.RANK.label()) ? null : key);
            put(said, "reverse", key.equals(sort) && !reversed ? "true" : null);
        });
    }

    /** The board behind it, for programs. */
    public String api() {
        return address("/api/leaderboard", boardParameters(), List.of());
    }

    /** As {@link #api}, as a table of text. */
    public String csv() {
        Map<String, String> said = boardParameters();
        said.put("format", "csv");
        return address("/api/leaderboard", said, List.of());
    }

    /** The charts of what this view shows. */
    public String charts() {
        return address(PAGE + "/charts", parameters(), columns);
    }

    /** A picture or a table of one of them. */
    public String chart(String name, String format) {
        return address(PAGE + "/charts/" + name + "." + format, parameters(), columns);
    }

    /** The table for other sites. */
    public String embed() {
        return address("/embed/leaderboard", boardParameters(), List.of());
    }

    /** What the address of a model's page ends with, so that it tells of the same board. */
    public String ofCategory() {
        return address("", category().equals(Categories.OVERALL) ? Map.of() : Map.of("category", category()), List.of());
    }

    /** Names this view among cached answers. */
    String cacheKey() {
        return parameters().entrySet().stream().map(Object::toString).collect(Collectors.joining("&")) + columns;
    }
}
