package org.dohyo.leaderboard.page;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.dohyo.leaderboard.agreement.AgreementView;
import org.dohyo.leaderboard.board.Board;
import org.dohyo.leaderboard.board.BoardRows;
import org.dohyo.leaderboard.chart.NumberText;
import org.dohyo.leaderboard.chart.RatingAxis;
import org.dohyo.text.Categories;
import org.dohyo.web.Texts;

/**
 * The data of the leaderboard's template.
 *
 * @param columns the extra columns that are shown
 * @param offered all extra columns
 * @param agreement with people's votes; null on their own boards
 * @param unknownVoterVotes the number of votes whose voters are unknown
 */
public record BoardPage(Board board, BoardView view, BoardTable table, List<Tab> tabs, List<BoardTable.Shown> columns,
        List<Choice> offered, List<String> organizations, List<String> licenses, AgreementView agreement,
        long unknownVoterVotes,
        String locale) {

    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'")
            .withZone(ZoneOffset.UTC);

    /** A category. */
    public record Tab(String name, String href, boolean current) {
    }

    /** An option. */
    public record Choice(String value, String name, boolean chosen) {
    }

    /**
     * The head of a column.
     *
     * @param sorted {@code ascending} or {@code descending}, or null if the table isn't sorted by the column
     */
    public record Head(String style, String name, String href, String sorted) {

        public boolean drawn() {
            return style.equals("axis");
        }
    }

    static String utc(Instant at) {
        return UTC.format(at);
    }

    public List<BoardLine> lines() {
        return table.lines();
    }

    /** One sentence on who leads, and how surely; it explains the marks if there is a leader. */
    public String leader() {
        if (!table.led()) {
            return words().leadNone();
        }
        String name = topName();
        if (view.elo()) {
            return words().leadElo(name);
        }
        int others = table.contenders().size() - 1;
        return others == 0 ? words().leadSure(name) : words().leadShared(name, others, marked(), table.surpassed());
    }

    public List<RatingAxis.Tick> axis() {
        return table.axis().ticks();
    }

    /** The grid lines of the axis, the same in each row. */
    public String grid() {
        return axis().stream().map(tick -> "<line class=\"grid\" x1=\"%1$s\" x2=\"%1$s\" y1=\"0\" y2=\"100%%\"/>"
                .formatted(tick.x())).collect(Collectors.joining());
    }

    public long hiddenRetired() {
        return table.hiddenRetired();
    }

    public String votes() {
        return NumberText.grouped(board.votes());
    }

    /** The number of votes whose voters are unknown; null if there are none. */
    public String unknownVoters() {
        return unknownVoterVotes == 0 ? null : NumberText.grouped(unknownVoterVotes);
    }

    /** True on the board of what programs compared. */
    public boolean judges() {
        return board.category().equals(Categories.JUDGE);
    }

    /** True on the board of what was derived from other acts. */
    public boolean inferred() {
        return board.category().equals(Categories.INFERRED);
    }

    public int models() {
        return lines().size();
    }

    /** The number of votes from which a model is no longer preliminary. */
    public int settledVotes() {
        return BoardRows.SETTLED_VOTES;
    }

    public String updated() {
        return utc(board.generatedAt());
    }

    /** The time at which the uncertainty was last computed; null if it never was. */
    public String beat() {
        return board.uncertaintyAt() == null ? null : utc(board.uncertaintyAt());
    }

    /** The number of log entries since then. */
    public long beatBehind() {
        return board.uncertaintyLogSize() == null ? 0 : Math.max(0, board.logSize() - board.uncertaintyLogSize());
    }

    /** True if any row has a range of ranks. */
    public boolean ranged() {
        return board.models().stream().anyMatch(row -> row.rankLow() != null);
    }

    /** True if the marks need a legend, because no sentence on the leader explains them. */
    public boolean legend() {
        return marked() && !table.led();
    }

    private boolean marked() {
        return lines().stream().anyMatch(BoardLine::tied);
    }

    /** The name of the model with the highest rating. */
    public String topName() {
        return table.contenders().get(0).name();
    }

    public boolean cut() {
        return lines().stream().anyMatch(line -> line.cutLow() || line.cutHigh());
    }

    public boolean regularised() {
        return lines().stream().anyMatch(line -> line.row().regularised());
    }

    /** The number of columns, for cells that span the table. */
    public int width() {
        return heads().size();
    }

    public List<Head> heads() {
        LeaderboardMessages words = words();
        List<Head> heads = new ArrayList<>(List.of(head(SortKey.RANK, "num rank", words.rank())));
        if (ranged()) {
            heads.add(head(SortKey.RANGE, "range", words.range()));
        }
        heads.add(head(SortKey.NAME, "model", words.model()));
        heads.add(head(SortKey.RATING, "num rating", words.rating()));
        heads.add(new Head("axis", words.interval(), null, null));
        heads.add(head(SortKey.VOTES, "num votes", words.votes()));
        heads.add(head(SortKey.WIN, "num win", words.win()));
        heads.add(head(SortKey.BAD, "num bad", words.bothBad()));
        columns.forEach(column -> heads.add(head(column.key(), "num extra", column.title(), true)));
        return heads;
    }

    private Head head(SortKey key, String style, String name) {
        return head(key.label(), style, name, key == SortKey.RATING || key == SortKey.VOTES || key == SortKey.WIN);
    }

    private Head head(String key, String style, String name, boolean greatestFirst) {
        String sorted = !key.equals(view.sort()) ? null : greatestFirst ^ view.reversed() ? "descending" : "ascending";
        return new Head(style, name, view.sortedBy(key), sorted);
    }

    /** All sort orders, for narrow screens, where the table has no heads. */
    public List<Choice> sorts() {
        LeaderboardMessages words = words();
        return Stream.concat(Stream.of(sort(SortKey.RANK, words.sortRank()), sort(SortKey.RANGE, words.range()),
                sort(SortKey.NAME, words.model()), sort(SortKey.RATING, words.rating()),
                sort(SortKey.VOTES, words.votes()),
                sort(SortKey.WIN, words.win()), sort(SortKey.BAD, words.bothBad()),
                sort(SortKey.ORGANIZATION, words.organization()), sort(SortKey.LICENSE, words.license()),
                sort(SortKey.OPEN, words.openWeights())),
                columns.stream().map(column -> sort(column.key(), column.title()))).toList();
    }

    private Choice sort(SortKey key, String name) {
        return sort(key.label(), name);
    }

    private Choice sort(String key, String name) {
        return new Choice(key, name, key.equals(view.sort()));
    }

    private LeaderboardMessages words() {
        return Texts.of(LeaderboardMessages.class, locale);
    }
}
