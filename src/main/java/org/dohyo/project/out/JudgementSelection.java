package org.dohyo.project.out;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The judgements of an export, and what is exported of them.
 *
 * @param criterion the slug of the one by which an answer is better, for formats that know one alone
 * @param from of the judgements' times, included; null for no bound
 * @param to excluded; null for no bound
 * @param countedOnly false for the judgements of annotators who were left out, too
 * @param texts true for prompts and answers
 * @param comments true for the annotators' comments
 * @param highlights true for the passages that they marked
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JudgementSelection(String criterion, Instant from, Instant to, boolean countedOnly, boolean texts,
        boolean comments, boolean highlights) {
}
