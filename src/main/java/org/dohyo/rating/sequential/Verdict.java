package org.dohyo.rating.sequential;

/** What votes on two models have shown. */
public enum Verdict {
    B_BETTER,
    A_BETTER,
    UNDECIDED
}
