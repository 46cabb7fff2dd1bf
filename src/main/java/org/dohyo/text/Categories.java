package org.dohyo.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The categories of a conversation, determined once, when its vote is cast.
 *
 * @param slugs {@link #OVERALL} first, then its language, the tasks, and the admin's own in the order of their creation
 * @param version of the rules: the same prompts under the same version always get the same categories
 */
public record Categories(List<String> slugs, String version) {

    /** The category of every vote. */
    public static final String OVERALL = "overall";

    /** The category, and the only one, of what programs compared: it never mixes with people's votes. */
    public static final String JUDGE = "judge";

    /** The category, and the only one, of comparisons that are derived from what people did. */
    public static final String INFERRED = "inferred";

    /** Must change whenever a built-in rule may assign other categories to the same prompts. */
    private static final String BUILT_IN = "1";

    /**
     * @param prompts those of all turns, at least one
     * @param rules the admin's own, in force now
     */
    public static Categories of(List<String> prompts, List<CategoryRule> rules) {
        List<String> slugs = new ArrayList<>(List.of(OVERALL, Language.of(String.join("\n", prompts)).slug()));
        Task.of(prompts).stream().map(Task::slug).forEach(slugs::add);
        rules.stream().filter(rule -> rule.matches(prompts)).map(rule -> rule.slug).forEach(slugs::add);
        long newest = rules.stream().mapToLong(rule -> rule.id).max().orElse(0);
        return new Categories(List.copyOf(slugs),
                newest == 0 ? BUILT_IN : BUILT_IN + "." + rules.size() + "." + newest);
    }

    /** True if each vote of the category has {@link #OVERALL} too. */
    public static boolean isWithinOverall(String slug) {
        return !slug.equals(JUDGE) && !slug.equals(INFERRED);
    }

    /** The slugs that always exist. */
    public static List<String> builtIn() {
        return Stream.of(Stream.of(OVERALL), Arrays.stream(Language.values()).map(Language::slug),
                Arrays.stream(Task.values()).map(Task::slug), Stream.of(JUDGE, INFERRED)).flatMap(slugs -> slugs)
                .toList();
    }
}
