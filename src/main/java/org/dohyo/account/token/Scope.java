package org.dohyo.account.token;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.dohyo.account.Role;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A part of the interface that a token may be given. Every call that needs an account belongs to one scope, or to none:
 * passwords and tokens are for people alone, so that a stolen token can't outlive its revocation.
 */
public enum Scope {

    MODELS_READ("models:read", Role.READER, "GET", "models(/.*)?"),
    MODELS_WRITE("models:write", Role.ADMIN, "POST|PATCH|DELETE", "models(/.*)?|discovery"),
    VOTES_READ("votes:read", Role.READER, "GET", "(votes|integrity)(/(?!export$).*)?"),
    VOTES_MODERATE("votes:moderate", Role.MODERATOR, "POST",
            "votes/[^/]+/(exclude|restore)|integrity/[^/]+/(exclude|clear)"),
    VOTES_IMPORT("votes:import", Role.ADMIN, "POST", "votes/import|votes/imports/[^/]+/cancel"),
    VOTES_EXPORT("votes:export", Role.READER, "GET", "votes/export"),
    CONVERSATIONS_READ("conversations:read", Role.READER, "GET", "conversations(/.*)?"),
    CONVERSATIONS_MODERATE("conversations:moderate", Role.MODERATOR, "POST", "conversations/.*"),
    MODERATION_READ("moderation:read", Role.READER, "GET", "moderation"),
    MODERATION_WRITE("moderation:write", Role.ADMIN, "PATCH|POST", "moderation(/test)?"),
    CATEGORIES_READ("categories:read", Role.READER, "GET", "categories"),
    CATEGORIES_WRITE("categories:write", Role.ADMIN, "POST|DELETE", "categories(/.*)?"),
    RELEASES_READ("releases:read", Role.READER, "GET", "releases(/.*)?"),
    RELEASES_WRITE("releases:write", Role.ADMIN, "POST|PUT|DELETE", "releases(/.*)?"),
    YARDSTICKS_READ("yardsticks:read", Role.READER, "GET", "yardsticks"),
    YARDSTICKS_WRITE("yardsticks:write", Role.ADMIN, "POST|PUT|DELETE", "yardsticks(/.*)?"),
    TERMS_READ("terms:read", Role.READER, "GET", "terms"),
    TERMS_WRITE("terms:write", Role.ADMIN, "POST|PUT", "terms(/draft)?"),
    BENCHMARKS_READ("benchmarks:read", Role.READER, "GET", "benchmarks/.*"),
    BENCHMARKS_IMPORT("benchmarks:import", Role.ADMIN, "POST|PUT|DELETE",
            "benchmarks/(import|results|models|questions)"),
    BENCHMARKS_RUN("benchmarks:run", Role.ADMIN, "POST", "benchmarks/[^/]+/runs(/.*)?"),
    LEADERBOARD_REFRESH("leaderboard:refresh", Role.ADMIN, "POST", "leaderboard/refresh"),
    SECRETS_ROTATE("secrets:rotate", Role.ADMIN, "POST", "secrets/rotate|log/keys"),
    PROJECTS_READ("projects:read", Role.READER, "GET", "projects(/.*)?|/api/projects/[^/]+/(board|compare)"),
    PROJECTS_WRITE("projects:write", Role.READER, "POST|PUT|PATCH|DELETE", "projects(/.*)?"),
    USERS_READ("users:read", Role.ADMIN, "GET", "users(/.*)?"),
    USERS_WRITE("users:write", Role.ADMIN, "POST|PATCH|DELETE", "users(/.*)?"),
    AUDIT_READ("audit:read", Role.ADMIN, "GET", "audit(/export)?"),
    METRICS_READ("metrics:read", Role.READER, "GET", "/q/metrics");

    private static final String INTERFACE = "/api/admin/";

    @JsonValue
    private final String label;
    private final Role role;
    private final Set<String> methods;
    private final Pattern path;

    /**
     * @param role the lowest role that can make any of the calls
     * @param path of the calls, below {@value #INTERFACE} unless it begins with a slash
     */
    Scope(String label, Role role, String methods, String path) {
        this.label = label;
        this.role = role;
        this.methods = Set.of(methods.split("\\|"));
        this.path = Pattern.compile(path);
    }

    /** The name in the interface and the database, such as {@code models:write}. */
    public String label() {
        return label;
    }

    /** The lowest role that can use it; some of its calls may need a higher one. */
    public Role role() {
        return role;
    }

    public static Optional<Scope> ofLabel(String label) {
        return Arrays.stream(values()).filter(scope -> scope.label.equals(label)).findFirst();
    }

    /**
     * The scope that a call belongs to; empty if no token may make it.
     *
     * @param path decoded, without matrix parameters
     */
    static Optional<Scope> of(String method, String path) {
        return Arrays.stream(values()).filter(scope -> scope.covers(method, path)).findFirst();
    }

    /** True if the call belongs to the scope; {@code HEAD} is a {@code GET} without a body. */
    boolean covers(String method, String path) {
        String place = path.replaceFirst("/+$", "");
        return methods.contains(method.equals("HEAD") ? "GET" : method)
                && this.path.matcher(place.startsWith(INTERFACE) ? place.substring(INTERFACE.length()) : place)
                        .matches();
    }
}
