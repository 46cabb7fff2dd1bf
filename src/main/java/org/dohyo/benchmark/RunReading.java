package org.dohyo.benchmark;

/**
 * What is read from an answer.
 *
 * @param score points, or 1 for the right choice and 0 for another; null where there is none
 * @param verdict the preferred side, or the chosen letter; null where there is none
 * @param method by which a letter was found, else null
 */
record RunReading(Double score, String verdict, Method method) {

    static final RunReading NOTHING = new RunReading(null, null, null);

    enum Method {
        LOG_PROBABILITY,
        TEXT
    }
}
