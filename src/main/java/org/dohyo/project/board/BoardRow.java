package org.dohyo.project.board;

/**
 * A model on a board.
 *
 * @param rank from 1; null, as all figures but the judgements, if the judgements don't connect it with the others
 * @param rating in points, 400 of which are odds of ten to one
 * @param low lower end of the 95% interval, clustered by annotator
 * @param rankLow the best rank that it may have; all ranges hold at once with 95%
 * @param judgements in which it was one of the two
 */
public record BoardRow(Integer rank, String model, Double rating, Double low, Double high, Integer rankLow,
        Integer rankHigh, long judgements, Support support) {

    static BoardRow unrated(String model, long judgements) {
        return new BoardRow(null, model, null, null, null, null, null, judgements,
                judgements == 0 ? Support.NONE : Support.APART);
    }

    /** True if it stands among the others by enough judgements. */
    public boolean settled() {
        return support == Support.SETTLED;
    }
}
