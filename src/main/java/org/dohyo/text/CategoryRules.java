package org.dohyo.text;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response.Status;

import org.dohyo.account.Audit;
import org.dohyo.web.Languages;
import org.dohyo.web.Refusal;
import org.dohyo.web.RequestMessages;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/** Adds, tries and ends the admin's own categories. A rule applies to votes cast while it is in force. */
@ApplicationScoped
public class CategoryRules {

    private static final int MAX_RULES = 20;
    private static final int MAX_PATTERN = 1_000;
    private static final int MAX_PROMPT = 60_000;
    private static final int MAX_NAME = 80;

    private final CategoryRule.Repository rules;
    private final Languages languages;
    private final Audit audit;
    private final Clock clock;

    CategoryRules(CategoryRule.Repository rules, Languages languages, Audit audit, Clock clock) {
        this.rules = rules;
        this.languages = languages;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A rule as the interface sends and accepts it.
     *
     * @param nameEn the English name, as {@code names.en}: either may be given
     * @param nameJa the Japanese name, as {@code names.ja}: either may be given
     * @param names the name by language tag, in every language of the arena
     * @param pattern a regular expression in RE2 syntax, matched without regard to case
     */
    public record Own(String slug, String nameEn, String nameJa, Map<String, String> names, String pattern) {

        private static Own of(CategoryRule rule) {
            return new Own(rule.slug, rule.names.get("en"), rule.names.get("ja"), Map.copyOf(rule.names), rule.pattern);
        }

        private Map<String, String> allNames() {
            Map<String, String> all = new TreeMap<>();
            if (names != null) {
                all.putAll(names);
            }
            if (nameEn != null) {
                all.putIfAbsent("en", nameEn);
            }
            if (nameJa != null) {
                all.putIfAbsent("ja", nameJa);
            }
            return all;
        }

        /** The name in that language, or the English one if it has none. */
        public String name(String language) {
            return names.getOrDefault(language, nameEn);
        }
    }

    /** @param builtIn the slugs that always exist */
    public record All(List<String> builtIn, List<Own> own) {
    }

    /**
     * @param categories the categories of a vote on the prompt, by the rules in force now
     * @param matches whether the given pattern matches the prompt; null without a pattern
     */
    public record Decision(List<String> categories, Boolean matches) {
    }

    @Transactional
    public All all() {
        return new All(Categories.builtIn(), rules.namedInForce().stream().map(Own::of).toList());
    }

    /**
     * Determines the categories of a prompt and stores nothing.
     *
     * @param pattern a pattern to try that is not in force, or null
     */
    @Transactional
    public Decision decide(String prompt, String pattern) {
        require(prompt != null && !prompt.isBlank() && prompt.length() <= MAX_PROMPT, "prompt",
                words -> words.length(1, MAX_PROMPT));
        return new Decision(Categories.of(List.of(prompt), rules.inForce()).slugs(),
                pattern == null || pattern.isBlank() ? null : compiled(pattern).matcher(prompt).find());
    }

    @Transactional
    public Own create(Own request, String who) {
        check(request);
        CategoryRule rule = new CategoryRule();
        rule.slug = request.slug();
        request.allNames().forEach((language, name) -> rule.names.put(language, name.strip()));
        rule.pattern = request.pattern();
        rule.createdAt = clock.instant();
        rules.persist(rule);
        audit.record(who, "create-category", rule.slug, null, Own.of(rule));
        return Own.of(rule);
    }

    private void check(Own request) {
        require(request != null && request.slug() != null
                && request.slug().matches("[a-z0-9]([a-z0-9-]{0,48}[a-z0-9])?"),
                RuleMessages.class, "slug", RuleMessages::slugRule);
        checkNames(request.allNames());
        compiled(request.pattern());
        List<CategoryRule> inForce = rules.inForce();
        if (Categories.builtIn().contains(request.slug())
                || inForce.stream().anyMatch(rule -> rule.slug.equals(request.slug()))) {
            throw Refusal.of(RuleMessages.class, Status.CONFLICT, "category-exists",
                    words -> words.exists(request.slug()));
        }
        if (inForce.size() >= MAX_RULES) {
            throw Refusal.of(RuleMessages.class, Status.CONFLICT, "too-many-categories",
                    words -> words.tooMany(MAX_RULES));
        }
    }

    private void checkNames(Map<String, String> names) {
        for (String language : languages.all()) {
            checkName(nameField(language), names.get(language));
        }
        require(languages.all().containsAll(names.keySet()), RuleMessages.class, "names",
                words -> words.noLanguage(String.join(", ", languages.all())));
    }

    /** The field of a request that holds the name in that language. */
    static String nameField(String language) {
        return switch (language) {
            case "en" -> "nameEn";
            case "ja" -> "nameJa";
            default -> "names." + language;
        };
    }

    private static void checkName(String field, String name) {
        require(name != null && !name.isBlank() && name.length() <= MAX_NAME
                && name.chars().noneMatch(Character::isISOControl), field,
                words -> words.length(1, MAX_NAME));
    }

    private static Pattern compiled(String pattern) {
        require(pattern != null && !pattern.isBlank() && pattern.length() <= MAX_PATTERN && pattern.indexOf('\0') < 0,
                "pattern", words -> words.length(1, MAX_PATTERN));
        try {
            return CategoryRule.compiled(pattern);
        } catch (PatternSyntaxException e) {
            throw Refusal.field(RuleMessages.class, "pattern", words -> words.noRe2(e.getMessage()));
        }
    }

    private static void require(boolean good, String field, Function<RequestMessages, String> rule) {
        require(good, RequestMessages.class, field, rule);
    }

    private static <W> void require(boolean good, Class<W> bundle, String field, Function<W, String> rule) {
        if (!good) {
            throw Refusal.field(bundle, field, rule);
        }
    }

    /** Ends the rule; its board keeps the votes that it has. */
    @Transactional
    public void end(String slug, String who) {
        CategoryRule rule = rules.inForce(slug).orElseThrow(
                () -> Refusal.of(RuleMessages.class, Status.NOT_FOUND, "unknown-category",
                        words -> words.unknown(slug)));
        rule.endedAt = clock.instant();
        audit.record(who, "end-category", rule.slug, Own.of(rule), null);
    }
}
