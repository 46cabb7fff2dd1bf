package org.dohyo.benchmark.mtbench;

import java.text.Normalizer;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads a judge's points, 1 to 10, from its answer. The first of these forms that occurs counts; if it occurs several
 * times, the last occurrence, because judges deliberate before they decide: {@code [[7]]}, {@code [7]}, {@code Rating:
 * 7} (or score, 評価, 評点, 点数, 採点). Full-width figures and brackets count as the others do. Points outside 1 to 10 are
 * ignored.
 */
final class JudgeRating {

    private static final String NUMBER = "(\\d{1,3}(?:\\.\\d+)?)\\s*(?:/\\s*10)?";
    private static final Pattern DOUBLE = Pattern.compile("\\[\\[\\s*" + NUMBER + "\\s*\\]\\]");
    private static final Pattern SINGLE = Pattern.compile("\\[\\s*" + NUMBER + "\\s*\\]");
    private static final Pattern WORDS = Pattern
            .compile("(?i)(?:rating|score|評価|評点|点数|採点)[\\s*]*(?:is|は)?[\\s*]*[::=]?[\\s*]*"
                    + NUMBER);

    private JudgeRating() {
    }

    static OptionalDouble of(String answer) {
        String plain = Normalizer.normalize(answer, Normalizer.Form.NFKC);
        return Stream.of(DOUBLE, SINGLE, WORDS).map(form -> last(form, plain)).filter(match -> match != null)
                .mapToDouble(Double::parseDouble).limit(1).filter(points -> points >= 1 && points <= 10).findFirst();
    }

    private static String last(Pattern form, String text) {
        Matcher matcher = form.matcher(text);
        String last = null;
        while (matcher.find()) {
            last = matcher.group(1);
        }
        return last;
    }
}
