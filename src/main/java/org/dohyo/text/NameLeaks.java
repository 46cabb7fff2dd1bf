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

/**
 * Finds a model's own name, or its maker's, in the model's answer.
 * <p>
 * Names are compared with case and width folded and with any separator between their parts ({@code GPT-4o},
 * {@code gpt 4o}, {@code ＧＰＴ4o}). A name in an alphabet counts only between word boundaries; Japanese text is always a
 * boundary, and a name in Japanese needs none. Names that are also words count only in their exact spelling
 * ({@code Meta}), and everyday words not at all.
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

    private final List<Pattern> names;

    private NameLeaks(List<Pattern> names) {
        this.names = names;
    }

    /**
     * The names that reveal a model: its full names, their parts that stand for it, and its maker. Parts of an address
     * such as {@code maker/model:tag} count by themselves.
     *
     * @param names name, slug and the id at the endpoint; more, such as an admin's aliases, are taken as they are
     * @param organization the maker; may be empty
     */
    public static NameLeaks of(List<String> names, String organization) {
        Set<String> all = new LinkedHashSet<>();
        names.stream().filter(name -> name != null && !name.isBlank()).forEach(name -> addForms(name.strip(), all));
        if (organization != null) {
            all.add(organization.replaceAll("\\(.*?\\)", "").strip());
        }
        return new NameLeaks(all.stream().map(NameLeaks::pattern).flatMap(Optional::stream).toList());
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
        boolean word = WORDS.contains(folded);
        if (folded.codePoints().filter(Character::isLetterOrDigit).count() < LEAST_LETTERS || EVERYDAY.contains(folded)
                || word && name.equals(folded)) {
            return Optional.empty();
        }
        String parts = Arrays.stream(SEPARATORS.split(word ? name : folded)).filter(part -> !part.isEmpty())
                .map(Pattern::quote).collect(Collectors.joining(BETWEEN));
        String bounded = IDEOGRAPHIC.matcher(folded).find() ? parts : "(?<!" + WORD + ")" + parts + "(?!" + WORD + ")";
        return Optional.of(Pattern.compile(word ? "(?<![\\w-])" + parts + "(?![\\w-])" : "(?iu)" + bounded));
    }

    private static String width(String text) {
        return INVISIBLE.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("");
    }

    private static String fold(String text) {
        return width(text).toLowerCase(Locale.ROOT);
    }

    /** The first name that the text contains, as written in the text. */
    public Optional<String> find(String text) {
        String read = width(text);
        return names.stream().map(name -> name.matcher(read)).filter(Matcher::find).map(Matcher::group).findFirst();
    }
}
