package org.dohyo.benchmark.runner;

/** The benchmark's own texts on the desk's pages, in one language. */
public interface RunnerLabels {

    /** The heading of the form that starts a run. */
    String newRun();

    /** One or two sentences on the questions and how they are scored. */
    String hint();

    /** The name of a scenario; the scenario itself if it has none. */
    String scenario(String scenario);

    /** The name of a metric; the metric itself if it has none. */
    String metric(String metric);
}
