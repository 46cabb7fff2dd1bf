package org.dohyo.provider.demo;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The automatic judge of the scripted generators, as docs/decisions/0003-demo-models.md states it. It looks at a prompt
 * and an answer only, and shares no code with those who write the answers.
 */
final class DemoJudge {

    private static final Pattern KANA = Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}]");
    private static final Pattern CONTENT_WORD = Pattern.compile("[a-z]{5,}|\\d{2,}|[\\p{IsHan}\\p{IsKatakana}ー]{2,}");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ \\S");
    private static final Pattern POINT = Pattern.compile("(?m)^(?:- |\\d\\. )\\S");
    private static final Pattern EXAMPLE = Pattern.compile("(?i)for example|例えば|```");
    private static final double ENOUGH_POINTS = 4;
    private static final double ENOUGH_CHARACTERS = 600;

    private DemoJudge() {
    }

    /** Zero where the language of the prompt is missed, else 1 to 8. */
    static double points(String prompt, String answer) {
        if (KANA.matcher(prompt).find() != KANA.matcher(answer).find()) {
            return 0;
        }
        double structure = (HEADING.matcher(answer).find() ? 1 : 0)
                + Math.min(1, POINT.matcher(answer).results().count() / ENOUGH_POINTS)
                + (EXAMPLE.matcher(answer).find() ? 1 : 0);
        return 1 + 3 * covered(prompt, answer) + structure + Math.min(1, answer.length() / ENOUGH_CHARACTERS);
    }

    /** The share of the prompt's content words that the answer takes up. */
    static double covered(String prompt, String answer) {
        String said = answer.toLowerCase(Locale.ROOT);
        return CONTENT_WORD.matcher(prompt.toLowerCase(Locale.ROOT)).results().map(MatchResult::group).distinct()
                .mapToInt(word -> said.contains(word) ? 1 : 0).average().orElse(1);
    }

    /** The chance that the first of two answers is preferred. */
    static double preference(double points, double others) {
        return 1 / (1 + Math.exp(others - points));
    }
}
