package org.dohyo.benchmark.mmlu;

import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A choice's letter, and how it is read from a model's answer. */
enum MmluLetter {

    A,
    B,
    C,
    D;

    private static final String OPENING = "^[\\s\"'*_(\\[{<「『【]*";
    // A letter followed by a blank isn't enough, because it may be the article, as in "A dog barks".
    private static final Pattern FIRST = Pattern
            .compile(OPENING + "([A-D])(?=$|[^A-Za-z\\s]|\\s*(?:\\n|$)|\\s+is\\b|\\s*[.:)-])");
    private static final Pattern ALONE = Pattern.compile(OPENING + "([a-d])[\\s.)\\]\"'*」』】]*$");
    private static final Pattern SAID = Pattern.compile("(?:(?i:answer|choice|option)(?:\\s+(?i:is))?|答え|正解|解答|回答|選択肢)"
            + "(?:は|が)?[\\s:：*_\"'(\\[「『【]*([A-D])(?![A-Za-z])");
    private static final Pattern WORD = Pattern.compile("(?<![A-Za-z])(A(?!\\s+[a-z])|[BCD])(?![A-Za-z'])");

    /**
     * The letter that an answer gives, by the first of these rules that applies; full-width letters count as the others
     * do:
     * <ol>
     * <li>it begins with a capital letter A to D that isn't the beginning of a word or the article "A", or is one small
     * letter alone;
     * <li>it says so: "answer is B", "option B", 答えはB, 正解：B; the last one counts;
     * <li>just one of the four stands in it as a word of its own.
     * </ol>
     */
    static Optional<MmluLetter> of(String answer) {
        String plain = Normalizer.normalize(answer, Normalizer.Form.NFKC).strip();
        Matcher first = FIRST.matcher(plain);
        if (first.find()) {
            return Optional.of(valueOf(first.group(1)));
        }
        Matcher alone = ALONE.matcher(plain);
        if (alone.find()) {
            return Optional.of(valueOf(alone.group(1).toUpperCase(Locale.ROOT)));
        }
        return last(plain).or(() -> onlyOne(plain));
    }

    private static Optional<MmluLetter> last(String plain) {
        Matcher matcher = SAID.matcher(plain);
        MmluLetter last = null;
        while (matcher.find()) {
            last = valueOf(matcher.group(1));
        }
        return Optional.ofNullable(last);
    }

    private static Optional<MmluLetter> onlyOne(String plain) {
        Set<MmluLetter> seen = EnumSet.noneOf(MmluLetter.class);
        Matcher word = WORD.matcher(plain);
        while (word.find()) {
            seen.add(valueOf(word.group(1)));
        }
        return seen.size() == 1 ? Optional.of(seen.iterator().next()) : Optional.empty();
    }

    /**
     * The likeliest of the letters among the tokens with which the answer could have begun.
     *
     * @param chances log-probabilities by token; empty if the endpoint returned none
     */
    static Optional<MmluLetter> likeliest(Map<String, Double> chances) {
        return chances.entrySet().stream().filter(token -> token(token.getKey()).isPresent())
                .max(Map.Entry.comparingByValue()).flatMap(token -> token(token.getKey()));
    }

    private static Optional<MmluLetter> token(String token) {
        String plain = Normalizer.normalize(token, Normalizer.Form.NFKC).strip();
        return plain.matches("[A-D]") ? Optional.of(valueOf(plain)) : Optional.empty();
    }
}
