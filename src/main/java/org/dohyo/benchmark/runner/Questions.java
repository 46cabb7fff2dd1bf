package org.dohyo.benchmark.runner;

/** The questions of one set, in the form that their benchmark's {@link Runner} reads and that JSON stores. */
public interface Questions {

    /** Counts the questions that a run asks; solved examples don't count. */
    int size();
}
