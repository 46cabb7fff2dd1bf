package org.dohyo.project.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import org.dohyo.leaderboard.board.BoardRows;
import org.dohyo.leaderboard.chart.Chart;
import org.dohyo.leaderboard.chart.NumberText;
import org.dohyo.leaderboard.value.ValueView;
import org.dohyo.project.Criterion;
import org.dohyo.project.board.BoardRow;
import org.dohyo.project.board.Compared;
import org.dohyo.project.board.Decision;
import org.dohyo.project.board.Lines;
import org.dohyo.project.board.ProjectBoards;
import org.dohyo.project.board.Support;
import org.dohyo.web.Texts;

/**
 * The data of the boards' template.
 *
 * @param values null while no model has a rating
 * @param compared null while no two models are chosen
 */
public record BoardView(ProjectBoards.Page page, ValueView values, Compared compared, String locale) {

    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'")
            .withZone(ZoneOffset.UTC);
    private static final double GREAT = 1_000;

    /** A model as the table shows it; figures are empty without a rating. */
    public record Line(String rank, String range, String model, String rating, String half, String judgements,
            String support) {
    }

    /** A link to another choice. */
    public record Choice(String name, String href, boolean current) {
    }

    /** A line of checkpoints with the comparisons of neighbours. */
    public record Family(String name, List<Choice> steps) {
    }

    public List<Choice> tabs() {
        return page.criteria().size() < 2 ? List.of()
                : page.criteria().stream().map(criterion -> new Choice(
                        criterion.name().isEmpty() ? words().overall() : criterion.name(), address(criterion.slug()),
                        criterion.slug().equals(board().criterion()))).toList();
    }

    public ProjectBoards.View board() {
        return page.board();
    }

    public String counted() {
        return words().counted(NumberText.grouped(board().judgements()), NumberText.grouped(board().annotators()));
    }

    /** Empty before the first judgement. */
    public String computed() {
        return board().computedAt() == null ? "" : words().computed(UTC.format(board().computedAt()));
    }

    /** Empty if the board is as new as the log. */
    public String newer() {
        long entries = board().newestLogSize() - board().logSize();
        return entries > 0 ? words().newer(NumberText.grouped(entries)) : "";
    }

    public boolean judged() {
        return board().judgements() > 0;
    }

    /** True if at least two models can be compared. */
    public boolean enough() {
        return board().models().stream().filter(BoardRow::settled).count() > 1;
    }

    public int least() {
        return BoardRows.SETTLED_VOTES;
    }

    public boolean oneAnnotator() {
        return board().annotators() == 1;
    }

    public List<Line> lines() {
        return board().models().stream().map(this::line).toList();
    }

    private Line line(BoardRow row) {
        boolean rated = row.rank() != null;
        return new Line(rated ? row.rank().toString() : "–",
                rated ? words().range(row.rankLow(), row.rankHigh()) : "", row.model(),
                rated ? NumberText.whole(row.rating()) : "–",
                rated ? NumberText.whole((row.high() - row.low()) / 2) : "", NumberText.grouped(row.judgements()),
                support(row.support()));
    }

    private String support(Support support) {
        return switch (support) {
            case SETTLED -> "";
            case PRELIMINARY -> words().preliminary();
            case APART -> words().apart();
            case NONE -> words().none();
        };
    }

    /** True if a price or a speed of any model is known. */
    public boolean valued() {
        return values != null && !values.lines().isEmpty();
    }

    /** Those with anything to draw. */
    public List<Chart> charts() {
        return valued() ? values.charts().stream().filter(chart -> !chart.empty()).toList() : List.of();
    }

    /** The models to choose from, by name. */
    public List<String> models() {
        return board().models().stream().map(BoardRow::model).sorted().toList();
    }

    public List<Family> families() {
        return page.lines().stream().map(this::family).toList();
    }

    private Family family(Lines.Line line) {
        return new Family(line.name(), IntStream.range(1, line.models().size()).mapToObj(later -> {
            String a = line.models().get(later - 1);
            String b = line.models().get(later);
            return new Choice(words().step(b, a), comparison(a, b), chosen(a, b));
        }).toList());
    }

    private boolean chosen(String a, String b) {
        return compared != null && compared.a().equals(a) && compared.b().equals(b);
    }

    /** The sentence that answers the question. */
    public String decision() {
        return switch (compared.decision()) {
            case BETTER -> words().better(compared.a(), compared.b());
            case WORSE -> words().worse(compared.a(), compared.b());
            case EQUIVALENT -> words().equivalent(compared.a(), compared.b());
            case NOT_YET -> words().notYet(compared.a(), compared.b());
        };
    }

    /** How many judgements decided, or will; empty if that can't be foreseen. */
    public String forecast() {
        if (compared.decidedAfter() != null) {
            return words().decidedAfter(NumberText.grouped(compared.decidedAfter()));
        }
        return compared.stillNeeded() == null || compared.decision() != Decision.NOT_YET ? ""
                : words().stillNeeded(NumberText.grouped(compared.stillNeeded()));
    }

    public String score() {
        return words().interval(signed(compared.estimate()), signed(compared.low()), signed(compared.high()));
    }

    public String comparedCount() {
        return words().counted(NumberText.grouped(compared.judgements()), NumberText.grouped(compared.annotators()));
    }

    public String evidenceBetter() {
        return evidence(compared.evidenceBetter());
    }

    public String evidenceWorse() {
        return evidence(compared.evidenceWorse());
    }

    /** The two models of the comparison; empty without one. */
    public String a() {
        return compared == null ? "" : compared.a();
    }

    public String b() {
        return compared == null ? "" : compared.b();
    }

    private static String evidence(double value) {
        return value >= GREAT ? "> " + NumberText.grouped((long) GREAT) : String.format(Locale.ROOT, "%.2f", value);
    }

    private static String signed(double score) {
        return String.format(Locale.ROOT, "%+.2f", score).replace('-', '−');
    }

    /** The page of the project on which the reader comes from. */
    public String back() {
        return (page.member() ? "/desk/projects/" : "/projects/") + page.slug();
    }

    public String path() {
        return "/projects/" + page.slug() + "/board";
    }

    public String api() {
        return "/api/projects/" + page.slug() + "/board" + query(board().criterion());
    }

    /** The address of the board by a criterion. */
    private String address(String criterion) {
        return path() + query(criterion);
    }

    private static String query(String criterion) {
        return criterion.equals(Criterion.OVERALL) ? "" : "?criterion=" + criterion;
    }

    private String comparison(String a, String b) {
        return path() + "?criterion=" + board().criterion() + "&a=" + encoded(a) + "&b=" + encoded(b) + "#compare";
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8);
    }

    private BoardMessages words() {
        return Texts.of(BoardMessages.class, locale);
    }
}
