package org.dohyo.benchmark.mtbench;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A judge's verdict on two answers. */
public enum JudgeVerdict {

    A,
    B,
    TIE;

    private static final Pattern DOUBLE = Pattern.compile("\\[\\[\\s*(A|B|C|TIE)\\s*\\]\\]", Pattern.CASE_INSENSITIVE);
    private static final Pattern SINGLE = Pattern.compile("\\[\\s*(A|B|C|TIE)\\s*\\]", Pattern.CASE_INSENSITIVE);
    private static final Pattern WORDS = Pattern.compile("(?:(?i:verdict)|判定)[\\s*]*(?:is|は)?[\\s*]*:?[\\s*]*"
            + "(A|B|C|(?i:tie)|引き分け)(?![A-Za-z])");

    /**
     * Reads the verdict from the judge's answer. The first of these forms that occurs counts; if it occurs several
     * times, the last occurrence: {@code [[A]]}, {@code [A]}, {@code Verdict: A} (or 判定); C, tie and 引き分け stand for a
     * tie.
     */
    public static Optional<JudgeVerdict> of(String answer) {
        String plain = Normalizer.normalize(answer, Normalizer.Form.NFKC);
        return Stream.of(DOUBLE, SINGLE, WORDS).map(form -> last(form, plain)).filter(match -> match != null)
                .findFirst()
                .map(word -> word.equalsIgnoreCase("A") ? A : word.equalsIgnoreCase("B") ? B : TIE);
    }

    private static String last(Pattern form, String text) {
        Matcher matcher = form.matcher(text);
        String last = null;
        while (matcher.find()) {
            last = matcher.group(1);
        }
        return last;
    }

    /** The same verdict for the two answers in the other order. */
    public JudgeVerdict swapped() {
        return this == TIE ? TIE : this == A ? B : A;
    }

    /**
     * Combines two judgements of the same two answers, {@code other} being that of the order B, A. A judge that prefers
     * a position rather than an answer contradicts itself, which counts as a tie.
     */
    public JudgeVerdict with(JudgeVerdict other) {
        return this == other.swapped() ? this : TIE;
    }
}
