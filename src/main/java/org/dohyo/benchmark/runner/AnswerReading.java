package org.dohyo.benchmark.runner;

/**
 * What is read from an answer.
 *
 * @param score points, or 1 for the right choice and 0 for another; null where there is none
 * @param verdict the preferred side, or the chosen letter; null where there is none
 * @param method by which a letter was found, else null
 */
public record AnswerReading(Double score, String verdict, Method method) {

    public static final AnswerReading NOTHING = new AnswerReading(null, null, null);

    public enum Method {
        LOG_PROBABILITY,
        TEXT
    }
}
