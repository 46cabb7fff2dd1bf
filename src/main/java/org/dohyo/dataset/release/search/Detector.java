package org.dohyo.dataset.release.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;

/**
 * Finds what looks personal in a text. Patterns are in RE2 syntax, so that the time is linear in the text; full-width
 * characters count as their narrow forms. A detector prefers a false alarm to a miss, since a reviewer can keep a
 * place.
 */
public enum Detector {

    /** API keys, tokens and passwords. */
    KEY("\\b(sk-[A-Za-z0-9_-]{16,}|gh[pousr]_[A-Za-z0-9]{20,}|github_pat_[A-Za-z0-9_]{20,}|(?:AKIA|ASIA)[0-9A-Z]{16}|"
            + "AIza[0-9A-Za-z_-]{30,}|xox[abprs]-[A-Za-z0-9-]{10,}|hf_[A-Za-z0-9]{20,}|dohyo_[A-Za-z0-9_-]{40,}|"
            + "eyJ[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{5,})",
            "(-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----[^-]*(?:-----END [A-Z ]{0,20}PRIVATE KEY-----)?)",
            "(?i)(?:password|passwd|api[_ -]?key|パスワード|暗証番号)\\s{0,3}(?:is|は|[:=])\\s{0,3}['\"「]?([^\\s'\"、。」]{6,100})"),
    EMAIL("([A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){1,8})") {
        /**
         * With the part before the sign unless it is one word, which may be a common one ({@code support}), or names a
         * package whose version follows ({@code react-dom@18.2.0}).
         */
        @Override
        List<String> repeated(String found) {
            String name = found.substring(0, found.indexOf('@'));
            return name.chars().allMatch(Character::isLetter) || Character.isDigit(found.charAt(found.length() - 1))
                    ? List.of(found)
                    : List.of(found, name);
        }
    },
    PHONE("(?:^|[^0-9A-Za-z.,+/-])(\\+[0-9]{1,3}(?:[ .-]?\\(?[0-9]{1,4}\\)?){2,6})",
            "(?:^|[^0-9A-Za-z.,+/-])(\\(?0[0-9]{1,4}\\)?[-‐–—−ーのノ ]{0,2}[0-9]{1,4}[-‐–—−ーのノ ]{0,2}[0-9]{3,4})(?:[^0-9.]|$)",
            "(?:^|[^0-9A-Za-z.,+/-])(\\(?[2-9][0-9]{2}\\)?[ .-][0-9]{3}[ .-][0-9]{4})(?:[^0-9]|$)",
            "(?:電話番号|電話|携帯|tel|TEL|Tel|FAX)\\s{0,3}[::はが]?\\s{0,3}([0-9][0-9()‐–—−ー -]{7,18}[0-9])") {
        @Override
        boolean likely(String found) {
            long digits = found.chars().filter(Character::isDigit).count();
            return digits >= 9 && digits <= 15;
        }
    },
    ADDRESS("(〒\\s?[0-9]{3}[-‐–—−ー]?[0-9]{4})",
            "((?:東京都|北海道|京都府|大阪府|\\p{Han}{2,3}県)?\\p{Han}[\\p{Han}\\p{Hiragana}\\p{Katakana}ー]{0,8}[市区町村郡]"
                    + "[\\p{Han}\\p{Hiragana}\\p{Katakana}ー]{0,20}[0-9一二三四五六七八九十]{1,4}"
                    + "(?:丁目|番地|番|[-‐–—−ー][0-9])[0-9丁目番地号の‐–—−ー-]{0,20})",
            "\\b([0-9]{1,5} (?:[A-Z][A-Za-z'.]{0,20} ){1,4}(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Ln|Drive|Dr|"
                    + "Court|Ct|Way|Place|Square)\\b\\.?)",
            "\\b([A-ZÄÖÜ][A-Za-zäöüß-]{1,30}(?:straße|strasse|str\\.|gasse|weg|allee|platz) [0-9]{1,4}[a-z]?)\\b",
            "\\b([0-9]{1,4}(?: bis| ter)?,? (?:rue|avenue|boulevard|place|chemin) (?:[\\p{L}'’-]{1,20} ){0,4}[\\p{L}'’-]{2,20})") {
        /** Japanese ones: a number of a house and the name of a street may be the beginning of anything. */
        @Override
        List<String> repeated(String found) {
            return found.startsWith("〒") ? List.of(found, found.substring(1).strip())
                    : found.codePoints().anyMatch(Character::isIdeographic) ? List.of(found) : List.of();
        }
    };

    private final List<Pattern> patterns;

    /** @param patterns the first group is what is found */
    Detector(String... patterns) {
        this.patterns = Stream.of(patterns).map(Pattern::compile).toList();
    }

    /** False for a match that can't be what the detector looks for. */
    boolean likely(String found) {
        return true;
    }

    /** What is looked for again, to the letter, in all texts of the battle. */
    List<String> repeated(String found) {
        return List.of(found);
    }

    /** False for an echo in the midst of a longer word or number. A key is a secret wherever it stands. */
    boolean standsAlone(String text, int first, int last) {
        return this == KEY || !goesOn(text, first) && !goesOn(text, last);
    }

    private static boolean goesOn(String text, int at) {
        return at > 0 && at < text.length() && isWord(text.charAt(at - 1)) && isWord(text.charAt(at));
    }

    private static boolean isWord(char sign) {
        return sign < 128 && Character.isLetterOrDigit(sign);
    }

    /** The name in the interface and in redacted texts. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Everything that any detector finds, in order and without overlaps; of those that overlap the first is taken. */
    static List<Span> find(String text) {
        String narrow = narrow(text);
        List<Span> found = new ArrayList<>();
        for (Detector detector : values()) {
            detector.patterns.forEach(pattern -> detector.find(pattern, narrow, found));
        }
        found.sort(Comparator.comparingInt(Span::first).thenComparing(Span::last, Comparator.reverseOrder()));
        List<Span> apart = new ArrayList<>();
        for (Span span : found) {
            if (apart.isEmpty() || span.first() >= apart.get(apart.size() - 1).last()) {
                apart.add(span);
            }
        }
        return apart;
    }

    /**
     * As {@link #find(String)}, in each of the texts of a battle: what was found in one is found in all of them, also
     * where it has no such form.
     */
    static List<List<Span>> find(List<String> texts) {
        Echoes echoes = new Echoes();
        List<List<Span>> found = texts.stream().map(Detector::find).toList();
        for (int i = 0; i < texts.size(); i++) {
            String narrow = narrow(texts.get(i));
            found.get(i).forEach(span -> span.kind().repeated(narrow.substring(span.first(), span.last()))
                    .forEach(text -> echoes.add(span.kind(), text)));
        }
        List<List<Span>> all = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            List<Span> spans = new ArrayList<>(found.get(i));
            spans.addAll(echoes.between(found.get(i), narrow(texts.get(i))));
            spans.sort(Comparator.comparingInt(Span::first));
            all.add(spans);
        }
        return all;
    }

    private void find(Pattern pattern, String text, List<Span> found) {
        Matcher matcher = pattern.matcher(text);
        for (int from = 0; from <= text.length() && matcher.find(from); from = Math.max(matcher.end(1), from + 1)) {
            if (likely(matcher.group(1))) {
                found.add(new Span(this, matcher.start(1), matcher.end(1)));
            }
        }
    }

    /** As long as the text, so that places stay the same. */
    private static String narrow(String text) {
        StringBuilder narrow = new StringBuilder(text);
        for (int i = 0; i < narrow.length(); i++) {
            char sign = narrow.charAt(i);
            if (sign >= '！' && sign <= '～') {
                narrow.setCharAt(i, (char) (sign - '！' + '!'));
            } else if (sign == '\u3000') {
                narrow.setCharAt(i, ' ');
            }
        }
        return narrow.toString();
    }
}
