package org.dohyo.text;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The categories that a prompt belongs to, {@code overall} first. */
public final class Categories {

    /** Changes whenever the same prompt may get other categories. */
    public static final String VERSION = "1";

    private static final String OVERALL = "overall";

    private Categories() {
    }

    public static List<String> of(String prompt) {
        Set<UnicodeScript> scripts = EnumSet.noneOf(UnicodeScript.class);
        prompt.codePoints().forEach(point -> scripts.add(UnicodeScript.of(point)));
        // Kana decides first: Japanese is written with Han characters too.
        if (scripts.contains(UnicodeScript.HIRAGANA) || scripts.contains(UnicodeScript.KATAKANA)) {
            return List.of(OVERALL, "japanese");
        }
        if (scripts.contains(UnicodeScript.HANGUL)) {
            return List.of(OVERALL, "korean");
        }
        return scripts.contains(UnicodeScript.HAN) ? List.of(OVERALL, "chinese") : List.of(OVERALL);
    }
}
