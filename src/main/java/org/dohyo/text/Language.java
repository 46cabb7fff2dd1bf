package org.dohyo.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import opennlp.tools.langdetect.LanguageDetectorModel;
import opennlp.tools.langdetect.ThreadSafeLanguageDetectorME;

/** The language of a prompt. Scripts decide for Japanese, Chinese and Korean, a statistical detector for the rest. */
public enum Language {

    ENGLISH("eng", "en"),
    JAPANESE("jpn", "ja"),
    CHINESE("cmn", "zh"),
    FRENCH("fra", "fr"),
    GERMAN("deu", "de"),
    SPANISH("spa", "es"),
    KOREAN("kor", "ko"),
    /** Any other language, or none that can be recognised. */
    OTHER(null, "und");

    // More text wouldn't change the result, and a long paste would take time.
    private static final int MOST = 2_000;
    // The share of letters from which a script decides, so that a few borrowed words don't.
    private static final double SHARE = 0.2;
    private static final Pattern CODE = Pattern.compile("(?s)```.*?(```|\\z)|`[^`\n]*`|https?://\\S+");

    /** The detector's name for it: ISO 639-3. */
    private final String code;
    private final String tag;

    Language(String code, String tag) {
        this.code = code;
        this.tag = tag;
    }

    /** Its BCP 47 tag, {@code und} for any other. */
    public String tag() {
        return tag;
    }

    /** Its category: the English name in lower case. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Language of(String text) {
        String prose = CODE.matcher(text.length() <= MOST ? text : text.substring(0, MOST)).replaceAll(" ");
        Map<UnicodeScript, Integer> letters = new EnumMap<>(UnicodeScript.class);
        prose.codePoints().filter(Character::isLetter)
                .forEach(point -> letters.merge(UnicodeScript.of(point), 1, Integer::sum));
        int all = letters.values().stream().mapToInt(Integer::intValue).sum();
        if (all == 0) {
            return OTHER;
        }
        return ofScripts(letters, all).orElseGet(() -> Detector.detect(prose));
    }

    private static Optional<Language> ofScripts(Map<UnicodeScript, Integer> letters, int all) {
        int kana = letters.getOrDefault(UnicodeScript.HIRAGANA, 0) + letters.getOrDefault(UnicodeScript.KATAKANA, 0);
        int han = letters.getOrDefault(UnicodeScript.HAN, 0);
        int hangul = letters.getOrDefault(UnicodeScript.HANGUL, 0);
        if (kana + han + hangul < SHARE * all) {
            return Optional.empty();
        }
        if (hangul > kana + han) {
            return Optional.of(KOREAN);
        }
        // Japanese is written with Han too, Chinese never with kana: one in twenty is more than a quoted brand.
        return Optional.of(kana > 0 && kana >= 0.05 * (kana + han) ? JAPANESE : CHINESE);
    }

    /** Loaded for the first text that needs it, because the model has 10 MB. */
    private static final class Detector {

        // With all languages, short prompts were often misclassified as rare ones; a prompt in a rare language is
        // assigned to a similar one of these.
        private static final Set<String> CANDIDATES = Set.of("eng", "fra", "deu", "spa", "ita", "por", "nld", "swe",
                "dan",
                "nob", "fin", "pol", "ces", "tur", "vie", "ind", "ron", "hun", "rus", "ara");
        private static final ThreadSafeLanguageDetectorME INSTANCE = load();

        private static ThreadSafeLanguageDetectorME load() {
            try (InputStream model = Language.class.getResourceAsStream("/langdetect-183.bin")) {
                return new ThreadSafeLanguageDetectorME(new LanguageDetectorModel(model));
            } catch (IOException e) {
                throw new UncheckedIOException("the language detector's model can't be read", e);
            }
        }

        static Language detect(String prose) {
            String best = Arrays.stream(INSTANCE.predictLanguages(prose))
                    .map(opennlp.tools.langdetect.Language::getLang)
                    .filter(CANDIDATES::contains).findFirst().orElse("");
            return Arrays.stream(values()).filter(language -> best.equals(language.code)).findFirst().orElse(OTHER);
        }
    }
}
