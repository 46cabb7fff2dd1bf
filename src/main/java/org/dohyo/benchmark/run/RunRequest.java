package org.dohyo.benchmark.run;

import java.util.List;

/**
 * The request of a run.
 *
 * @param models slugs of those that answer
 * @param judge slug of the model that grades; of a benchmark with a judge
 * @param questions version of the set; null for the one shipped with the arena
 * @param pairwise true if the judge also compares each two models in both orders; only for a benchmark with a judge
 * @param shots number of solved examples shown, by default 5; only for a benchmark without a judge
 * @param language {@code en} or {@code ja} for the questions in that language alone
 */
public record RunRequest(List<String> models, String judge, String questions, Boolean pairwise, Integer shots,
        String language) {

    static final int MOST_MODELS = 50;
    static final int MOST_SHOTS = 10;
    static final int SHOTS = 5;
}
