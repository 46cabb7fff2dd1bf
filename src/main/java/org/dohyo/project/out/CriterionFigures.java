package org.dohyo.project.out;

import java.util.List;

import org.dohyo.project.Criterion;

/**
 * What the judgements say by one criterion.
 *
 * @param judgements that count
 * @param board the best model first; a model without judgements is missing
 * @param comparable false if the judgements don't connect all models of the board
 */
public record CriterionFigures(Criterion.View criterion, long judgements, List<Standing> board, boolean comparable,
        Agreement agreement) {

    /** True if a rating of the board has no finite optimum. */
    public boolean anyUnbounded() {
        return board.stream().anyMatch(standing -> !standing.bounded());
    }

    /**
     * @param place from 1
     * @param rating in Elo points, 1000 on average; so are the ends of the 95% interval
     * @param bounded false if all judgements of the model go one way, so that its rating has no finite optimum and was
     *        drawn in
     */
    public record Standing(int place, String model, long judgements, double rating, double low, double high,
            boolean bounded) {
    }

    /**
     * Krippendorff's alpha with its 95% interval over items.
     *
     * @param alpha null where no two judgements of an item differ from each other or chance
     * @param low null for fewer than two items with two judgements each, as {@code high}
     * @param ordinal true if the steps of a scale have an order, false for categories without one
     * @param items with two judgements or more
     */
    public record Agreement(Double alpha, Double low, Double high, boolean ordinal, int items, int judgements) {
    }
}
