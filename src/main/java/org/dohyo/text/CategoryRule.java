package org.dohyo.text;

import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

import com.google.re2j.Pattern;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** An admin's own category: it holds the conversations of which some prompt matches. A rule never changes; it ends. */
@Entity
public class CategoryRule {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public String slug;

    public String nameEn;

    public String nameJa;

    /** RE2 syntax: it is matched in time linear in the prompt, whatever an admin writes. */
    public String pattern;

    public Instant createdAt;

    /** From then on no vote falls into it; those that did stay there. */
    public Instant endedAt;

    boolean matches(List<String> prompts) {
        Pattern compiled = compiled(pattern);
        return prompts.stream().anyMatch(prompt -> compiled.matcher(prompt).find());
    }

    /** @throws com.google.re2j.PatternSyntaxException if it is none */
    static Pattern compiled(String pattern) {
        return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
    }

    @ApplicationScoped
    public static class Repository implements PanacheRepositoryBase<CategoryRule, Long> {

        /** Those in force, in the order of their making. */
        public List<CategoryRule> inForce() {
            return list("endedAt is null order by id");
        }
    }
}
