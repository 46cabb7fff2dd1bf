package org.dohyo.rating.ordinal;

/** The votes of one level between two models. */
record Cell(int first, int second, int level, double votes) {
}
