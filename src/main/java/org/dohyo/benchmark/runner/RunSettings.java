package org.dohyo.benchmark.runner;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What was chosen for a run.
 *
 * @param pairwise whether the judge also compares each two models; null where that can't be chosen
 * @param shots how many solved examples are shown before a question; null where that can't be chosen
 * @param language {@code en} or {@code ja}: only questions in that language; null for all
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RunSettings(Boolean pairwise, Integer shots, String language) {

    public boolean takes(boolean japanese) {
        return language == null || japanese == language.equals("ja");
    }
}
