package org.dohyo.battle;

/** One turn of a battle in full: the prompt and both answers, null if a side has none. */
public record Exchange(int turn, String prompt, String answerA, String answerB) {
}
