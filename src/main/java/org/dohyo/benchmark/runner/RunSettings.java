package org.dohyo.benchmark.runner;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The settings of a run.
 *
 * @param pairwise true if the judge also compares each two models; null for a benchmark without a judge
 * @param shots solved examples shown before each question; null for a benchmark with a judge
 * @param language a language of the arena: only questions in it; null for all
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RunSettings(Boolean pairwise, Integer shots, String language) {

    /** @param question the language of a question */
    public boolean takes(String question) {
        return language == null || language.equals(question);
    }
}
