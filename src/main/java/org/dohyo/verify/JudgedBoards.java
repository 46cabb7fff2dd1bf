package org.dohyo.verify;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.dohyo.log.tree.LogFormatException;
import org.dohyo.rating.Fit;
import org.dohyo.rating.NotConvergedException;
import org.dohyo.rating.RankIntervals;
import org.dohyo.rating.ordinal.OrdinalBradleyTerry;
import org.dohyo.rating.ordinal.OrdinalVote;
import org.dohyo.verify.Report.Outcome;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Computes the boards of a project again from its log, and from the arena's word on items with a known answer. */
final class JudgedBoards {

    private static final String CHECK = "board";
    private static final String COUNTING = "log/counting";
    private static final int LONGEST = 32 << 20;
    private static final int MOST_CRITERIA = 20;
    private static final int SHOWN = 5;
    private static final int SETTLED = 50;
    private static final long SEED = 18;
    /** In points: the functions of the fit may differ in their last bit between machines. */
    private static final double TOLERANCE = 1e-6;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Source source;
    private final Report report;
    private final Map<String, JsonNode> boards = new LinkedHashMap<>();
    private final Set<Long> known = new HashSet<>();
    private boolean settled;

    JudgedBoards(Source source, Report report) {
        this.source = source;
        this.report = report;
    }

    /** Reads the boards by all criteria. To be done before the checkpoint is read, which covers them. */
    void read() {
        try {
            JsonNode counting = json(COUNTING);
            counting.path("known").forEach(position -> known.add(position.asLong()));
            if (counting.path("criteria").size() > MOST_CRITERIA) {
                throw new LogFormatException("more than " + MOST_CRITERIA + " criteria");
            }
            for (JsonNode criterion : counting.path("criteria")) {
                boards.put(slug(criterion.asText()), json(ProjectSource.BOARD + "criterion=" + criterion.asText()));
            }
            settled = counting.path("settled").asBoolean() && (!source.live() || counting.equals(json(COUNTING)));
        } catch (LogFormatException | Source.MissingException e) {
            report.add(CHECK, source.live() ? Outcome.FAILED : Outcome.NOTE, "not recomputed: " + e.getMessage());
        }
    }

    private static String slug(String criterion) {
        if (!criterion.matches("[a-z0-9-]{1,63}")) {
            throw new LogFormatException("a criterion has no valid short name");
        }
        return criterion;
    }

    private JsonNode json(String path) {
        try {
            return JSON.readTree(source.read(path, LONGEST));
        } catch (IOException e) {
            throw new LogFormatException(path + " isn't JSON");
        }
    }

    /** @param size the number of entries that are signed and were read */
    void compare(Judgements judgements, long size) {
        boards.forEach((criterion, board) -> compare(criterion, board, judgements, size));
        long left = judgements.judgementsAmong(known);
        if (left > 0) {
            report.add(CHECK, Outcome.NOTE, left + (left == 1 ? " judgement was" : " judgements were")
                    + " left out because the arena says that the item has a known answer: that isn't in the log");
        }
    }

    private void compare(String criterion, JsonNode board, Judgements judgements, long size) {
        long logSize = board.path("logSize").asLong(-1);
        if (logSize < 0 || logSize > size) {
            report.add(CHECK, source.live() || logSize < 0 ? Outcome.FAILED : Outcome.NOTE,
                    criterion + ": it wasn't computed from the " + size + " entries that are signed");
            return;
        }
        try {
            List<Vote> votes = judgements.counting(logSize, known).stream()
                    .filter(one -> one.ratings().containsKey(criterion)).map(one -> Vote.of(one, criterion))
                    .sorted(Vote.ORDER).toList();
            List<String> differences = differences(board, votes);
            report.add(CHECK, differences.isEmpty() ? Outcome.OK : settled ? Outcome.FAILED : Outcome.NOTE,
                    criterion + ": " + (differences.isEmpty()
                            ? "follows from the " + votes.size() + " judgements that count of " + logSize + " entries"
                            : (settled ? "" : "still being computed; ") + shown(differences)));
        } catch (NotConvergedException | IllegalArgumentException | ArithmeticException e) {
            report.add(CHECK, Outcome.FAILED, criterion + ": the judgements have no such board");
        }
    }

    private static String shown(List<String> differences) {
        String first = String.join("; ", differences.subList(0, Math.min(SHOWN, differences.size())));
        return differences.size() > SHOWN ? first + " and " + (differences.size() - SHOWN) + " more" : first;
    }

    /** A judgement by one criterion. */
    private record Vote(int annotator, String modelA, String modelB, int value) {

        static final Comparator<Vote> ORDER = Comparator.comparingInt(Vote::annotator).thenComparing(Vote::modelA)
                .thenComparing(Vote::modelB).thenComparingInt(Vote::value);

        static Vote of(Judgements.Judged judged, String criterion) {
            return new Vote(judged.annotator(), judged.modelA(), judged.modelB(), judged.ratings().get(criterion));
        }

        boolean has(String model) {
            return modelA.equals(model) || modelB.equals(model);
        }
    }

    private static List<String> differences(JsonNode board, List<Vote> votes) {
        List<String> differences = new ArrayList<>();
        Map<String, JsonNode> rows = new LinkedHashMap<>();
        board.path("models").forEach(row -> {
            if (rows.put(row.path("model").asText(), row) != null) {
                differences.add(row.path("model").asText() + " is on the board twice");
            }
        });
        check("", "judgements", board, (double) votes.size(), differences);
        check("", "annotators", board, (double) votes.stream().map(Vote::annotator).distinct().count(), differences);
        Map<String, Map<String, Object>> expected = expected(board.path("scale").asText(), votes);
        rows.keySet().forEach(model -> expected.computeIfAbsent(model, one -> unrated(0, "none")));
        expected.forEach((model, figures) -> {
            JsonNode row = rows.get(model);
            if (row == null) {
                differences.add(model + " isn't on the board");
            } else {
                figures.forEach((figure, value) -> check(model + ": ", figure, row, value, differences));
            }
        });
        return differences;
    }

    private static void check(String where, String figure, JsonNode published, Object expected,
            List<String> differences) {
        JsonNode value = published.path(figure);
        boolean equal = expected instanceof Double number
                ? value.isNumber() && Math.abs(value.doubleValue() - number) <= TOLERANCE
                : expected == null ? value.isNull() || value.isMissingNode() : value.asText().equals(expected);
        if (!equal) {
            differences.add(where + figure + " is " + value + " and should be " + expected);
        }
    }

    /** The figures of each model that was judged, by name. */
    private static Map<String, Map<String, Object>> expected(String scale, List<Vote> votes) {
        Map<String, Map<String, Object>> expected = new TreeMap<>();
        List<String> models = List.copyOf(votes.stream().flatMap(vote -> List.of(vote.modelA, vote.modelB).stream())
                .collect(Collectors.toCollection(TreeSet::new)));
        if (models.isEmpty()) {
            return expected;
        }
        Map<String, Integer> places = IntStream.range(0, models.size()).boxed()
                .collect(Collectors.toMap(models::get, place -> place));
        int levels = scale.equals("five-point") ? 5 : 3;
        Fit fit = OrdinalBradleyTerry.fit(models.size(), levels, votes.stream()
                .map(vote -> new OrdinalVote(vote.annotator, places.get(vote.modelA), places.get(vote.modelB),
                        vote.value + levels / 2))
                .toList()).byAnnotators();
        RankIntervals ranks = RankIntervals.of(fit, SEED);
        long[] counts = models.stream().mapToLong(model -> votes.stream().filter(vote -> vote.has(model)).count())
                .toArray();
        int main = largest(fit.component(), counts);
        for (int i = 0; i < counts.length; i++) {
            expected.put(models.get(i), fit.component()[i] == main ? rated(fit, ranks, i, counts[i])
                    : unrated(counts[i], "apart"));
        }
        return expected;
    }

    /** The component with the most judgements; of equal ones the first. */
    private static int largest(int[] component, long[] counts) {
        Map<Integer, Long> sums = new TreeMap<>();
        IntStream.range(0, counts.length).forEach(i -> sums.merge(component[i], counts[i], Long::sum));
        return sums.entrySet().stream().max(Map.Entry.<Integer, Long> comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder()))).orElseThrow().getKey();
    }

    private static Map<String, Object> rated(Fit fit, RankIntervals ranks, int model, long judgements) {
        Map<String, Object> figures = new LinkedHashMap<>();
        double rating = fit.ratings()[model];
        figures.put("rank", (double) fit.ranks()[model]);
        figures.put("rating", rating);
        figures.put("low", rating - fit.halfWidth(model));
        figures.put("high", rating + fit.halfWidth(model));
        figures.put("rankLow", (double) ranks.low()[model]);
        figures.put("rankHigh", (double) ranks.high()[model]);
        figures.put("judgements", (double) judgements);
        figures.put("support", judgements >= SETTLED && !fit.regularised()[model] ? "settled" : "preliminary");
        return figures;
    }

    private static Map<String, Object> unrated(long judgements, String support) {
        Map<String, Object> figures = new LinkedHashMap<>();
        List.of("rank", "rating", "low", "high", "rankLow", "rankHigh").forEach(figure -> figures.put(figure, null));
        figures.put("judgements", (double) judgements);
        figures.put("support", support);
        return figures;
    }
}
