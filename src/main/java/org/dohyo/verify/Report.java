package org.dohyo.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a verification has found. All texts may be shown on a terminal. */
public final class Report {

    private static final int LONGEST = 4_000;

    private final List<Finding> findings = new ArrayList<>();
    private Log log;

    /** How a check ended. */
    public enum Outcome {
        OK,
        /** Nothing is wrong, but the reader should know. */
        NOTE,
        FAILED,
        /** Two signed checkpoints can't both be of one log. */
        FORK;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A check.
     *
     * @param check its name: {@code signature}, {@code entries}, {@code tiles}, {@code root}, {@code consistency},
     *        {@code receipt}, {@code board}, {@code statement} or {@code witness}
     */
    public record Finding(String check, Outcome outcome, String text) {
    }

    /** The log that was verified. */
    public record Log(String origin, long size, String root) {
    }

    void of(String origin, long size, String root) {
        log = new Log(printable(origin), size, root);
    }

    void add(String check, Outcome outcome, String text) {
        findings.add(new Finding(check, outcome, printable(text)));
    }

    /** Without the control characters by which a text could change what a terminal shows. */
    private static String printable(String text) {
        String plain = text.replaceAll("[\\p{Cc}\\p{Cf}&&[^\\n]]", "?");
        return plain.length() > LONGEST ? plain.substring(0, LONGEST) + "…" : plain;
    }

    /** Null if no checkpoint could be read, and if none was asked for. */
    public Log log() {
        return log;
    }

    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    boolean has(String check, Outcome outcome) {
        return findings.stream().anyMatch(finding -> finding.check().equals(check) && finding.outcome() == outcome);
    }

    /** OK, FAILED or FORK. */
    public Outcome outcome() {
        Outcome worst = Outcome.OK;
        for (Finding finding : findings) {
            if (finding.outcome().compareTo(worst) > 0 && finding.outcome() != Outcome.NOTE) {
                worst = finding.outcome();
            }
        }
        return worst;
    }
}
