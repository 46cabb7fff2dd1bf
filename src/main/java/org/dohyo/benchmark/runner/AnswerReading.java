package org.dohyo.benchmark.runner;

/**
 * The score, verdict or choice read from an answer.
 *
 * @param score points, or 1 for the right choice and 0 for another; null if there is none
 * @param verdict the preferred side, or the chosen letter; null if there is none
 * @param method by which a letter was read, else null
 */
public record AnswerReading(Double score, String verdict, Method method) {

    public static final AnswerReading NOTHING = new AnswerReading(null, null, null);

    public enum Method {
        LOG_PROBABILITY,
        TEXT
    }
}
