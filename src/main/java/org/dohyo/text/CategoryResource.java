package org.dohyo.text;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.SecurityContext;

import org.dohyo.account.Audit;
import org.dohyo.account.Role;
import org.dohyo.support.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/** The admin's own categories. What a rule decides holds for votes from then on; votes that were cast keep theirs. */
@Path("/api/admin/categories")
@Consumes(MediaType.APPLICATION_JSON)
public class CategoryResource {

    private static final int MOST_RULES = 20;
    private static final int MOST_CHARACTERS = 1_000;
    private static final int MOST_PROMPT = 60_000;

    private final CategoryRule.Repository rules;
    private final Audit audit;
    private final Clock clock;

    CategoryResource(CategoryRule.Repository rules, Audit audit, Clock clock) {
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param pattern a regular expression in RE2 syntax, read without regard to case */
    public record Own(String slug, String nameEn, String nameJa, String pattern) {

        private static Own of(CategoryRule rule) {
            return new Own(rule.slug, rule.nameEn, rule.nameJa, rule.pattern);
        }
    }

    /** @param builtIn those that always exist */
    public record All(List<String> builtIn, List<Own> own) {
    }

    @GET
    @RolesAllowed(Role.Name.READER)
    @Transactional
    public All all() {
        return new All(Categories.builtIn(), rules.inForce().stream().map(Own::of).toList());
    }

    /** @param pattern one that isn't in force yet, or null */
    public record Question(String prompt, String pattern) {
    }

    /**
     * @param categories what a vote on this prompt would fall into now
     * @param matches whether the pattern asked about finds it; null where none was
     */
    public record Decision(List<String> categories, Boolean matches) {
    }

    @POST
    @Path("try")
    @RolesAllowed(Role.Name.ADMIN)
    @Transactional
    @Operation(summary = "Tells what a prompt falls into now, and whether a pattern would find it; stores nothing")
    public Decision tried(Question question) {
        String prompt = question == null ? null : question.prompt();
        require(prompt != null && !prompt.isBlank() && prompt.length() <= MOST_PROMPT, "prompt",
                "must have 1 to " + MOST_PROMPT + " characters");
        String pattern = question.pattern();
        return new Decision(Categories.of(List.of(prompt), rules.inForce()).slugs(),
                pattern == null || pattern.isBlank() ? null : compiled(pattern).matcher(prompt).find());
    }

    @POST
    @RolesAllowed(Role.Name.ADMIN)
    @Transactional
    public Response create(Own request, @Context SecurityContext caller) {
        check(request);
        CategoryRule rule = new CategoryRule();
        rule.slug = request.slug();
        rule.nameEn = request.nameEn().strip();
        rule.nameJa = request.nameJa().strip();
        rule.pattern = request.pattern();
        rule.createdAt = clock.instant();
        rules.persist(rule);
        audit.record(caller.getUserPrincipal().getName(), "create-category", rule.slug, null, Own.of(rule));
        return Response.created(URI.create("/api/admin/categories/" + rule.slug)).entity(Own.of(rule)).build();
    }

    private void check(Own request) {
        require(request != null && request.slug() != null && request.slug().matches("[a-z0-9]([a-z0-9-]{0,48}[a-z0-9])?"),
                "slug", "must be 1 to 50 characters of a–z, 0–9 and hyphens within");
        checkName("nameEn", request.nameEn());
        checkName("nameJa", request.nameJa());
        compiled(request.pattern());
        List<CategoryRule> inForce = rules.inForce();
        if (Categories.builtIn().contains(request.slug())
                || inForce.stream().anyMatch(rule -> rule.slug.equals(request.slug()))) {
            throw Problem.of(Status.CONFLICT, "category-exists", "There is a category " + request.slug() + " already.");
        }
        if (inForce.size() >= MOST_RULES) {
            throw Problem.of(Status.CONFLICT, "too-many-categories",
                    "At most " + MOST_RULES + " own categories can be in force.");
        }
    }

    private static Pattern compiled(String pattern) {
        require(pattern != null && !pattern.isBlank() && pattern.length() <= MOST_CHARACTERS && pattern.indexOf('\0') < 0,
                "pattern", "must have 1 to " + MOST_CHARACTERS + " characters");
        try {
            return CategoryRule.compiled(pattern);
        } catch (PatternSyntaxException e) {
            throw Problem.field(Status.BAD_REQUEST, "pattern", "body", "must be RE2 syntax: " + e.getMessage());
        }
    }

    private static void checkName(String field, String name) {
        require(name != null && !name.isBlank() && name.length() <= 80 && name.chars().noneMatch(Character::isISOControl),
                field, "must have 1 to 80 characters");
    }

    private static void require(boolean good, String field, String message) {
        if (!good) {
            throw Problem.field(Status.BAD_REQUEST, field, "body", message);
        }
    }

    /** Ends the rule: its board stays with the votes that it has. */
    @DELETE
    @Path("{slug}")
    @RolesAllowed(Role.Name.ADMIN)
    @Consumes(MediaType.WILDCARD)
    @Transactional
    public void end(String slug, @Context SecurityContext caller) {
        Instant now = clock.instant();
        CategoryRule rule = rules.find("slug = ?1 and endedAt is null", slug).firstResultOptional().orElseThrow(
                () -> Problem.of(Status.NOT_FOUND, "unknown-category", "There is no own category " + slug + " in force."));
        rule.endedAt = now;
        audit.record(caller.getUserPrincipal().getName(), "end-category", rule.slug, Own.of(rule), null);
    }
}
