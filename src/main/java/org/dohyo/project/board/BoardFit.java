package org.dohyo.project.board;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.dohyo.leaderboard.board.BoardRows;
import org.dohyo.project.Scale;
import org.dohyo.rating.Fit;
import org.dohyo.rating.RankIntervals;
import org.dohyo.rating.ordinal.OrdinalBradleyTerry;
import org.dohyo.rating.ordinal.OrdinalVote;

/**
 * A board of judgements by one criterion: ratings of {@link OrdinalBradleyTerry} with intervals clustered by annotator,
 * and {@link RankIntervals} of them. Only the models of the component with the most judgements have figures.
 *
 * @param annotators how many have judged
 * @param rows by rank; then models without one, by name
 */
record BoardFit(long judgements, int annotators, List<BoardRow> rows) {

    private static final long SEED = 18;
    private static final Comparator<BoardRow> ORDER = Comparator
            .comparing(BoardRow::rank, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(BoardRow::model);

    /**
     * @param names of all models of the project by id
     * @throws org.dohyo.rating.NotConvergedException if the optimum is not reached
     */
    static BoardFit of(Scale scale, Map<Long, String> names, List<PairVotes> votes) {
        // By name, so that who knows only names draws the same ranges of ranks.
        List<Long> ids = names.keySet().stream().sorted(Comparator.comparing(names::get)).toList();
        List<Long> judged = ids.stream()
                .filter(id -> votes.stream().anyMatch(vote -> vote.modelA() == id || vote.modelB() == id)).toList();
        List<Long> members = votes.stream().map(PairVotes::member).distinct().toList();
        List<BoardRow> rows = new ArrayList<>(rated(scale, names, judged, members, votes));
        ids.stream().filter(id -> !judged.contains(id)).forEach(id -> rows.add(BoardRow.unrated(names.get(id), 0)));
        rows.sort(ORDER);
        return new BoardFit(votes.stream().mapToLong(PairVotes::count).sum(), members.size(), List.copyOf(rows));
    }

    private static List<BoardRow> rated(Scale scale, Map<Long, String> names, List<Long> judged, List<Long> members,
            List<PairVotes> votes) {
        if (judged.isEmpty()) {
            return List.of();
        }
        long[] counts = judged.stream().mapToLong(id -> count(id, votes)).toArray();
        Fit fit = OrdinalBradleyTerry.fit(judged.size(), levels(scale), ordinal(scale, judged, members, votes))
                .byAnnotators();
        RankIntervals ranks = RankIntervals.of(fit, SEED);
        int main = largest(fit.component(), counts);
        return IntStream.range(0, judged.size()).mapToObj(model -> fit.component()[model] == main
                ? row(names.get(judged.get(model)), model, fit, ranks, counts[model])
                : BoardRow.unrated(names.get(judged.get(model)), counts[model])).toList();
    }

    private static BoardRow row(String name, int model, Fit fit, RankIntervals ranks, long judgements) {
        double rating = fit.ratings()[model];
        double half = fit.halfWidth(model);
        boolean settled = judgements >= BoardRows.SETTLED_VOTES && !fit.regularised()[model];
        return new BoardRow(fit.ranks()[model], name, rating, rating - half, rating + half, ranks.low()[model],
                ranks.high()[model], judgements, settled ? Support.SETTLED : Support.PRELIMINARY);
    }

    private static long count(long id, List<PairVotes> votes) {
        return votes.stream().filter(vote -> vote.modelA() == id || vote.modelB() == id)
                .mapToLong(PairVotes::count).sum();
    }

    private static int largest(int[] component, long[] counts) {
        Map<Integer, Long> sizes = IntStream.range(0, component.length).boxed()
                .collect(Collectors.groupingBy(model -> component[model],
                        Collectors.summingLong(model -> counts[model])));
        return sizes.entrySet().stream().max(Map.Entry.<Integer, Long> comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder()))).orElseThrow().getKey();
    }

    private static List<OrdinalVote> ordinal(Scale scale, List<Long> judged, List<Long> members,
            List<PairVotes> votes) {
        Map<Long, Integer> models = places(judged);
        Map<Long, Integer> annotators = places(members);
        List<OrdinalVote> ordinal = new ArrayList<>();
        for (PairVotes vote : votes) {
            OrdinalVote one = new OrdinalVote(annotators.get(vote.member()), models.get(vote.modelA()),
                    models.get(vote.modelB()), vote.value() + levels(scale) / 2);
            for (long i = 0; i < vote.count(); i++) {
                ordinal.add(one);
            }
        }
        return ordinal;
    }

    private static Map<Long, Integer> places(List<Long> ids) {
        return IntStream.range(0, ids.size()).boxed().collect(Collectors.toMap(ids::get, place -> place));
    }

    /** From the second's much better, or better, to the first's; a tie is in the middle, as both bad is. */
    private static int levels(Scale scale) {
        return scale == Scale.FIVE_POINT ? 5 : 3;
    }
}
