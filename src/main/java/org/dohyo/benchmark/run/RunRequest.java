package org.dohyo.benchmark.run;

import java.util.List;

/**
 * The request of a run.
 *
 * @param models slugs of the models that answer
 * @param judge slug of the judge; only for a benchmark with one
 * @param questions version of the question set; null for the bundled one
 * @param pairwise true if the judge also compares every two models in both orders; only for a benchmark with a judge
 * @param shots number of solved examples shown, by default 5; only for a benchmark without a judge
 * @param language a language of the arena for the questions in that language alone
 */
public record RunRequest(List<String> models, String judge, String questions, Boolean pairwise, Integer shots,
        String language) {

    static final int MOST_MODELS = 50;
    static final int MOST_SHOTS = 10;
    static final int SHOTS = 5;
}
