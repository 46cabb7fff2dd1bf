package org.dohyo.benchmark.runner;

/** The purpose of one call of a run. */
public enum RunItemKind {
    /** A model's answer to a turn. */
    ANSWER,
    /** A judge's points for an answer. */
    GRADE,
    /** A judge's preference among two models. */
    COMPARE,
    /** A model's choice of a letter. */
    CHOICE
}
