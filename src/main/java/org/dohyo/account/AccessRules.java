package org.dohyo.account;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.Response.Status;

import org.dohyo.support.Problem;
import org.dohyo.web.ProblemResponse;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;

/**
 * What strangers meet at the desk's doors: a problem document under {@code /api} and at the metrics, the sign-in page
 * otherwise. The resources' own {@code @RolesAllowed} stay the lock; this makes its answer fit the caller.
 */
@ApplicationScoped
public class AccessRules {

    /** Below authentication (200) and authorization (100): the caller is known here. */
    private static final int PRIORITY = 50;
    /** What moderators change. */
    private static final Pattern MODERATED = Pattern
            .compile("/api/admin/(votes/[^/]+/(exclude|restore)|conversations/[^/]+/(dismiss|erase|ban|unban))");

    void register(@Observes Filters filters) {
        filters.register(AccessRules::check, PRIORITY);
    }

    private static void check(RoutingContext call) {
        String path = plain(call.normalizedPath());
        boolean page = below(path, "/desk") && !path.equals("/desk/sign-in");
        if (!page && !below(path, "/api/admin") && !below(path, "/q/metrics")) {
            call.next();
            return;
        }
        SecurityIdentity caller = call.user() instanceof QuarkusHttpUser user ? user.getSecurityIdentity() : null;
        Role needed = needed(call.request().method(), path);
        if (caller != null && caller.hasRole(needed.label())) {
            call.response().putHeader("Cache-Control", "no-store");
            call.next();
        } else if (page && caller != null && !caller.isAnonymous()) {
            // The resource refuses it, and its answer becomes a page in the reader's language.
            call.next();
        } else if (page) {
            call.response().setStatusCode(303).putHeader("Location", "/desk/sign-in").end();
        } else {
            refuse(call, caller, needed);
        }
    }

    /** The resources' own roles say the same; here it is known before a body is read. */
    static Role needed(HttpMethod method, String path) {
        if (below(path, "/api/admin/users") || below(path, "/api/admin/audit") || below(path, "/desk/users")
                || below(path, "/desk/audit") || path.startsWith("/api/admin/votes/export")) {
            return Role.ADMIN;
        }
        if (method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD)) {
            return Role.READER;
        }
        return MODERATED.matcher(path).matches() ? Role.MODERATOR : Role.ADMIN;
    }

    private static void refuse(RoutingContext call, SecurityIdentity caller, Role needed) {
        Duration wait = call.get(SignInMechanism.SLOWED);
        if (wait != null) {
            ProblemResponse.send(call, Problem.later(Status.TOO_MANY_REQUESTS, "too-many-guesses",
                    "Too many wrong passwords for this name. Wait before the next try.", wait));
        } else if (caller == null || caller.isAnonymous()) {
            ProblemResponse.send(call, Problem.of(Status.UNAUTHORIZED, "not-signed-in", "Sign in to make this call."));
        } else {
            ProblemResponse.send(call,
                    Problem.of(Status.FORBIDDEN, "not-allowed", "This needs the role " + needed.label() + "."));
        }
    }

    private static boolean below(String path, String root) {
        return path.equals(root) || path.startsWith(root + "/");
    }

    /** As the REST layer will read it: decoded, without matrix parameters. */
    static String plain(String path) {
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8).replaceAll(";[^/]*", "");
        } catch (IllegalArgumentException e) {
            return path;
        }
    }
}
