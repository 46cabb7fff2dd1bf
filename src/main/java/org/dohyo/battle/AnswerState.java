package org.dohyo.battle;

/** Where one side's answer of one turn stands. */
public enum AnswerState {
    STREAMING,
    DONE,
    FAILED,
    STOPPED
}
