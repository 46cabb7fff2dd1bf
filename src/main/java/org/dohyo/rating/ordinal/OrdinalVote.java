package org.dohyo.rating.ordinal;

/**
 * One annotator's preference between two models.
 *
 * @param annotator any number
 * @param level 0 if the second is preferred most strongly … levels−1 if the first is. The middle one of an odd number
 *        of levels is a tie, and both bad is one too
 */
public record OrdinalVote(int annotator, int first, int second, int level) {

    public OrdinalVote {
        if (first < 0 || second < 0 || first == second) {
            throw new IllegalArgumentException("not a pair of models: " + first + ", " + second);
        }
        if (level < 0) {
            throw new IllegalArgumentException("level " + level);
        }
    }
}
