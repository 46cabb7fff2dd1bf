package org.dohyo.provider.demo;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Makes text of a prompt safe to stand in a sentence, a heading or a comment of code. */
final class Cleaning {

    private static final int MAX_PROMPT = 8_000;
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}]+");
    private static final Pattern MARKUP = Pattern.compile("[^\\p{L}\\p{M}\\p{N}\\s.,:+%&/'#ー・、。-]+");
    private static final Pattern EDGES = Pattern.compile("^[\\s\\p{P}&&[^%]]+|[\\s\\p{P}&&[^%]]+$");

    private Cleaning() {
    }

    /** One form for each character, no broken pair, nothing invisible, no generator's name. */
    static String clean(String prompt) {
        String visible = INVISIBLE.matcher(cut(prompt, MAX_PROMPT, "")).replaceAll("");
        return DemoModel.withoutNames(Normalizer.normalize(visible, Normalizer.Form.NFKC)).replace('−', '-').strip();
    }

    /** One line of at most {@code length} code points, and a mark where it was cut; without markup and quotes. */
    static String phrase(String text, int length) {
        String line = MARKUP.matcher(text).replaceAll(" ").replaceAll("\\s+", " ");
        return cut(EDGES.matcher(line).replaceAll(""), length, "…");
    }

    private static String cut(String text, int length, String mark) {
        return text.codePointCount(0, text.length()) <= length ? text
                : text.substring(0, text.offsetByCodePoints(0, length)).stripTrailing() + mark;
    }
}
