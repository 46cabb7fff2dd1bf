package org.dohyo.benchmark.run;

import java.util.List;

/**
 * What an admin asks for.
 *
 * @param models slugs of those that answer
 * @param judge slug of the model that grades; of a benchmark with a judge
 * @param questions version of the set; our own where none is named
 * @param pairwise whether the judge also compares each two models in both orders; of a benchmark with a judge
 * @param shots how many solved examples are shown, 5 where nothing is said; of a benchmark without a judge
 * @param language {@code en} or {@code ja} for the questions in that language alone
 */
public record RunRequest(List<String> models, String judge, String questions, Boolean pairwise, Integer shots,
        String language) {

    static final int MOST_MODELS = 50;
    static final int MOST_SHOTS = 10;
    static final int SHOTS = 5;
}
