package org.dohyo.text;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds a model's own name, or its maker's, in the model's answer.
 * <p>
 * Names are compared with case and width folded and with any separator between their parts ({@code GPT-4o},
 * {@code gpt 4o}, {@code ＧＰＴ4o}). A name in an alphabet counts only between word boundaries; a script without spaces is
 * always a boundary, and a name in one needs none. Names that are also words count only in their exact spelling
 * ({@code Meta}). An ordinary word ({@code Short}) counts only if it is used as a name: capitalised, and in a phrase
 * that introduces the speaker or its maker ({@code I'm Short}, {@code developed by Short}). A number alone is no name.
 */
public final class NameLeaks {

    private static final int LEAST_LETTERS = 3;
    private static final Pattern INVISIBLE = Pattern.compile("[\\u00AD\\u200B-\\u200D\\u2060\\uFEFF]");
    private static final Pattern SEPARATORS = Pattern.compile("[\\s\\-_./:·]+");
    private static final String BETWEEN = "[\\s\\-_./:·]*";
    private static final String WORD = "[\\p{IsLatin}\\p{IsGreek}\\p{IsCyrillic}\\p{Nd}]";
    private static final Pattern IDEOGRAPHIC = Pattern
            .compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}]");
    /** Models that name themselves omit a date or a size at the end of the name. */
    private static final Pattern TAIL = Pattern
            .compile(
                    "(?i)[-_:. ](?:20\\d{2}[-_.]?\\d{2}[-_.]?\\d{2}|\\d{4}|latest|preview|instruct|chat|it|\\d+(?:\\.\\d+)?b)$");

    /** Names and makers that are also words; they count only in their exact spelling. */
    private static final Set<String> WORDS = Set.of("meta", "apple", "amazon", "llama", "granite", "arctic", "hermes",
            "palm",
            "bard", "ernie", "nova", "falcon");
    /** Common words with which names begin; by themselves they reveal nothing. */
    private static final Set<String> EVERYDAY = Set.of("command", "titan", "solar", "orca", "phoenix", "coral", "sonar",
            "light",
            "mercury", "aurora", "demo", "model", "models", "assistant", "unknown", "community", "research", "labs",
            "open",
            "the", "test", "fast", "small", "large", "mini", "nano", "base", "chat", "pro", "max", "one", "stable",
            "code",
            "deep", "dolphin", "local", "other", "none", "self", "internal", "custom", "new", "old", "big", "tiny",
            "medium",
            "high", "low", "good", "bad", "free", "private", "public", "step", "spark", "flash", "think", "thinking",
            "reasoning", "beta", "alpha", "gamma", "delta", "omega", "dead", "live", "quick", "slow", "instruct",
            "preview",
            "latest", "blue", "red", "green", "black", "white", "first", "second", "side", "text", "word", "words");

    /** Makers that are one token of the encoding, though nobody means anything else by them. */
    private static final Set<String> NAMES_ONLY = Set.of("google", "microsoft", "github", "facebook", "samsung", "sony",
            "intel", "oracle", "adobe", "yahoo", "twitter", "cisco");
    /** Ordinary words that are more than one token. */
    private static final Set<String> RARER_WORDS = Set.of("opus", "haiku", "sonnet", "maverick", "quill", "alpaca",
            "zephyr", "luna", "inkling", "swan", "otter", "heron", "badger", "comet", "ember");
    private static final Pattern LETTERS = Pattern.compile("[a-z]+");
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final String INTRODUCED = "(?:\\b(?i:I am|I['’]m|my name is|this is|(?:call|called|named)(?: me)?"
            + "|(?:made|built|created|developed|trained|designed|released|powered|provided) by)\\s{1,3}"
            + "|(?:私|わたし|僕|ぼく)の?(?:名前)?は、?)[「“\"'*_]{0,4}";
    private static final String NAME_ENDS = "(?=[」”\"'*_]{0,4}\\s{0,3}(?:[.,;:!?)。、！？]|$|\\d"
            + "|(?:and|from|by|made|an?|the|at|here|your)\\b|です|だ|と(?:申|言|いう|いい)|という|が開発|による))";

    private final List<Name> names;

    /**
     * @param pattern where the name counts
     * @param part what no text with the name lacks; most texts do, and looking for it costs less than the pattern
     */
    private record Name(Pattern pattern, String part) {

        static Optional<Name> of(String form) {
            String part = parts(fold(form)).findFirst().map(NameLeaks::comparable).orElse("");
            return NameLeaks.pattern(form).map(pattern -> new Name(pattern, part));
        }

        Optional<String> in(String text) {
            Matcher place = pattern.matcher(text);
            return place.find() ? Optional.of(place.group("name")) : Optional.empty();
        }
    }

    private NameLeaks(List<Name> names) {
        this.names = names;
    }

    /**
     * The names that reveal a model: its full names, their parts that stand for it, and its maker. Parts of an address
     * such as {@code maker/model:tag} count by themselves.
     *
     * @param names name, slug and the id at the endpoint; more, such as an admin's aliases, are taken as they are
     * @param organization who made it; may be empty
     * @param exceptions words that an admin has said give nothing away, in any case
     */
    public static NameLeaks of(List<String> names, String organization, List<String> exceptions) {
        Set<String> allowed = exceptions.stream().map(NameLeaks::fold).collect(Collectors.toSet());
        return new NameLeaks(forms(names, organization).stream().filter(form -> !allowed.contains(fold(form)))
                .map(Name::of).flatMap(Optional::stream).toList());
    }

    /** The ordinary words among the names that reveal a model, folded: an admin had better know of them. */
    public static List<String> ordinaryWords(List<String> names, String organization) {
        return forms(names, organization).stream().map(NameLeaks::fold)
                .filter(form -> !EVERYDAY.contains(form) && isOrdinary(form)).distinct().toList();
    }

    private static Set<String> forms(List<String> names, String organization) {
        Set<String> all = new LinkedHashSet<>();
        names.stream().filter(name -> name != null && !name.isBlank()).forEach(name -> addForms(name.strip(), all));
        if (organization != null) {
            all.add(organization.replaceAll("\\(.*?\\)", "").strip());
        }
        return all;
    }

    /** True for a word of texts that have nothing to do with models. */
    private static boolean isOrdinary(String folded) {
        return EVERYDAY.contains(folded) || RARER_WORDS.contains(folded)
                || folded.length() >= LEAST_LETTERS && LETTERS.matcher(folded).matches()
                        && !NAMES_ONLY.contains(folded) && !WORDS.contains(folded) && Tokens.count(" " + folded) == 1;
    }

    private static void addForms(String name, Set<String> all) {
        all.add(name);
        Arrays.stream(name.split("[/:]")).forEach(part -> {
            String shorter = part.strip();
            for (int i = 0; i < 3; i++) {
                all.add(shorter);
                shorter = TAIL.matcher(shorter).replaceFirst("");
            }
            all.add(head(part));
        });
    }

    /** The family's name: the letters that a name begins with. */
    private static String head(String name) {
        Matcher letters = Pattern.compile("^\\p{L}+").matcher(name.strip());
        return letters.find() ? letters.group() : "";
    }

    private static Optional<Pattern> pattern(String name) {
        String folded = fold(name);
        if (folded.codePoints().filter(Character::isLetterOrDigit).count() < LEAST_LETTERS
                || folded.codePoints().noneMatch(Character::isLetter)) {
            return Optional.empty();
        }
        if (isOrdinary(folded)) {
            return Optional.of(introduced(capitalised(folded)));
        }
        List<String> parts = parts(width(name)).toList();
        if (parts.size() > 1 && parts.stream().map(NameLeaks::fold).allMatch(NameLeaks::isOrdinary)) {
            return Optional.of(written(parts.stream().map(NameLeaks::capitalised), "[ -]"));
        }
        if (parts.size() == 2 && isOrdinary(fold(parts.get(0))) && DIGITS.matcher(parts.get(1)).matches()) {
            // "Step 2" is in every list; "Step-2" is a name.
            return Optional.of(written(Stream.of(capitalised(fold(parts.get(0))), parts.get(1)), "-?"));
        }
        return WORDS.contains(folded) ? word(name) : Optional.of(anywhere(folded));
    }

    private static Pattern introduced(String name) {
        return Pattern.compile(INTRODUCED + "(?<name>" + Pattern.quote(name) + ")" + NAME_ENDS);
    }

    private static Pattern written(Stream<String> parts, String between) {
        String name = parts.map(Pattern::quote).collect(Collectors.joining(between));
        return Pattern.compile("(?<![\\w-])(?<name>" + name + ")(?![\\w-])");
    }

    /** A word that is a name where it is written as in the name; empty where that is in small letters. */
    private static Optional<Pattern> word(String name) {
        return name.equals(fold(name)) ? Optional.empty() : Optional.of(written(Stream.of(width(name)), ""));
    }

    private static Pattern anywhere(String folded) {
        String parts = parts(folded).map(Pattern::quote).collect(Collectors.joining(BETWEEN));
        String bounded = IDEOGRAPHIC.matcher(folded).find() ? "(?<name>" + parts + ")"
                : "(?<!" + WORD + ")(?<name>" + parts + ")(?!" + WORD + ")";
        return Pattern.compile("(?iu)" + bounded);
    }

    private static Stream<String> parts(String name) {
        return Arrays.stream(SEPARATORS.split(name)).filter(part -> !part.isEmpty());
    }

    private static String capitalised(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static String width(String text) {
        return INVISIBLE.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("");
    }

    private static String fold(String text) {
        return width(text).toLowerCase(Locale.ROOT);
    }

    /** Folded one character after the other, as a pattern that ignores case does it. */
    private static String comparable(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        text.codePoints().map(c -> Character.toLowerCase(Character.toUpperCase(c))).forEach(folded::appendCodePoint);
        return folded.toString();
    }

    /** The first name that the text contains, as written in the text. */
    public Optional<String> find(String text) {
        String read = width(text);
        String folded = comparable(read);
        return names.stream().filter(name -> folded.contains(name.part)).map(name -> name.in(read))
                .flatMap(Optional::stream).findFirst();
    }
}
