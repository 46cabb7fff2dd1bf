package org.dohyo.text;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;

import com.google.re2j.Pattern;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** An admin's own category of all conversations with a prompt that matches. A rule never changes; it ends. */
@Entity
public class CategoryRule {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public String slug;

    /** The name by language tag; English is always among them. */
    @ElementCollection
    @CollectionTable(name = "category_rule_name", joinColumns = @JoinColumn(name = "rule_id"))
    @MapKeyColumn(name = "language")
    @Column(name = "name")
    public Map<String, String> names = new TreeMap<>();

    /** In RE2 syntax, so that matching always takes time linear in the prompt. */
    public String pattern;

    public Instant createdAt;

    /** The time when it ended; earlier votes stay in the category. */
    public Instant endedAt;

    /** The name in that language, or the English one if it has none. */
    public String name(String language) {
        return names.getOrDefault(language, names.get("en"));
    }

    boolean matches(List<String> prompts) {
        Pattern compiled = compiled(pattern);
        return prompts.stream().anyMatch(prompt -> compiled.matcher(prompt).find());
    }

    /** @throws com.google.re2j.PatternSyntaxException if the pattern is invalid */
    static Pattern compiled(String pattern) {
        return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
    }

    @ApplicationScoped
    public static class Repository implements PanacheRepositoryBase<CategoryRule, Long> {

        /** The rules in force in the order of their creation, without their names. */
        public List<CategoryRule> inForce() {
            return list("endedAt is null order by id");
        }

        /** As {@link #inForce()}, with their names. */
        public List<CategoryRule> namedInForce() {
            return list(
                    "from CategoryRule rule left join fetch rule.names where rule.endedAt is null order by rule.id");
        }

        Optional<CategoryRule> inForce(String slug) {
            return find("slug = ?1 and endedAt is null", slug).firstResultOptional();
        }
    }
}
