package org.dohyo.rating.judge;

/**
 * A comparison of two models' answers.
 *
 * @param judged scores from 0 (the second is better) to 1 (the first is)
 */
public record JudgedPair(int first, int second, Judged judged) {

    public JudgedPair {
        if (first < 0 || second < 0 || first == second) {
            throw new IllegalArgumentException("not a pair of models: " + first + ", " + second);
        }
        if (!(judged.judge() >= 0 && judged.judge() <= 1) || judged.person() < 0 || judged.person() > 1) {
            throw new IllegalArgumentException("not scores from 0 to 1: " + judged);
        }
    }
}
