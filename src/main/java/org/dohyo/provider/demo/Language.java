package org.dohyo.provider.demo;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The languages of the generators, each with its texts and its idea of a word. */
enum Language {

    ENGLISH("en", "[\\p{L}\\p{M}\\p{N}]++(?:['+#./:-][\\p{L}\\p{N}]++)*+[+#]*+"),
    // A single kanji is a word only before a particle: otherwise it is the stem of a verb or an adjective.
    JAPANESE("ja",
            "[\\p{IsHan}々]{2,}+(?:[いえきけせみりれ](?=[はがをにのとでもへや、。]))?|[\\p{IsKatakana}ー]{2,}+|\\p{IsHan}(?=[はがをにのとでもへや、。]|$)"
                    + "|[A-Za-z][A-Za-z0-9+#.-]++|\\d[\\d.,:/-]*+");

    private static final Pattern SCRIPT = Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}ー]");
    // A Japanese sentence may well be made of more Latin letters than kana: names, and code.
    private static final double SHARE = 0.2;

    private final Texts texts;
    private final Pattern word;

    Language(String code, String word) {
        this.texts = new Texts(code);
        this.word = Pattern.compile(word);
    }

    static Language of(String prompt) {
        long letters = prompt.codePoints().filter(Character::isLetter).count();
        long japanese = SCRIPT.matcher(prompt).results().count();
        return japanese > 0 && japanese >= SHARE * letters ? JAPANESE : ENGLISH;
    }

    Texts texts() {
        return texts;
    }

    Matcher words(String prompt) {
        return word.matcher(prompt);
    }
}
