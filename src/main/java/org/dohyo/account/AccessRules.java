package org.dohyo.account;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;

import org.dohyo.support.Problem;
import org.dohyo.web.Languages;
import org.dohyo.web.ProblemResponse;
import org.dohyo.web.Refusal;
import org.dohyo.web.RequestMessages;
import org.dohyo.web.Texts;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.ForbiddenException;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;

/**
 * Rejects unauthenticated requests to the admin API, the metrics and the desk before a body is read: with a problem
 * document or, at the desk, with a redirect to the sign-in page. The rights of an account are stated once, by
 * {@code @RolesAllowed} on the resources.
 */
@ApplicationScoped
public class AccessRules {

    /** Where an identity provider signs people in. */
    public static final String SIGN_ON = "/sign-on";

    /** Below authentication (200) and authorization (100), so that the caller is known. */
    private static final int PRIORITY = 50;
    /** Before the mapper of the problem library, which has 999. */
    private static final int FIRST = 900;

    /** What the members of a project see of it, some by an account and some as voters. */
    private static final Pattern FOR_MEMBERS = Pattern.compile("/api/projects/[^/]+/(?:board|compare)");
    /** The only page of the desk's people that stands among those of annotators. */
    private static final Pattern PROJECT_REPORT = Pattern.compile("/projects/[^/]+/report");

    private static final String ADMITTED = "dohyo.admitted";
    private static final String REFUSAL = "dohyo.refusal";
    private static final String RENEWAL = "dohyo.renewal";

    private final Languages languages;

    private final BiConsumer<RoutingContext, Refusal> refuse;

    @Inject
    AccessRules(Languages languages) {
        this(languages, ProblemResponse::send);
    }

    AccessRules(Languages languages, BiConsumer<RoutingContext, Refusal> refuse) {
        this.languages = languages;
        this.refuse = refuse;
    }

    /** Lets the call pass, which has shown another right than an account's. */
    public static void admit(RoutingContext call) {
        call.put(ADMITTED, true);
    }

    /** Ends the call with that problem, whatever else it shows, since its credentials are refused. */
    public static void refuse(RoutingContext call, HttpProblem problem) {
        call.put(REFUSAL, problem);
    }

    /** Treats the caller as a stranger until the identity provider has confirmed the session again. */
    static void renew(RoutingContext call) {
        call.put(RENEWAL, true);
    }

    /** True at the addresses where an identity provider signs people in; no cookie of ours counts there. */
    public static boolean isSignOn(RoutingContext call) {
        return below(path(call), SIGN_ON);
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, PRIORITY);
    }

    private void check(RoutingContext call) {
        String path = path(call);
        boolean page = isPage(path);
        if (!takesAccount(path) || call.get(ADMITTED) != null) {
            call.next();
        } else if (call.get(REFUSAL) instanceof HttpProblem refusal) {
            ProblemResponse.send(call, refusal);
        } else if (call.user() instanceof QuarkusHttpUser user && !user.getSecurityIdentity().isAnonymous()) {
            call.response().putHeader("Cache-Control", "no-store");
            call.next();
        } else if (!needsAccount(path)) {
            call.response().putHeader("Cache-Control", "no-store");
            call.next();
        } else if (page) {
            sendToSignIn(call);
        } else {
            refuse.accept(call, stranger(call));
        }
    }

    /** Sends a reader to the page where people sign in, from which they come back. */
    public static void sendToSignIn(RoutingContext call) {
        String back = URLEncoder.encode(call.request().uri(), StandardCharsets.UTF_8);
        call.response().setStatusCode(303).putHeader("Cache-Control", "no-store")
                .putHeader("Location", (needsRenewal(call) ? SIGN_ON : "/desk/sign-in") + "?to=" + back).end();
    }

    /** True if the caller has a session that the identity provider has to confirm again. */
    public static boolean needsRenewal(RoutingContext call) {
        return call.get(RENEWAL) != null;
    }

    /** The refusal of a caller who isn't signed in, or whose session has to be confirmed again. */
    public static Refusal stranger(RoutingContext call) {
        return needsRenewal(call)
                ? Refusal.by(AccountMessages.class, words -> Problem.of(Status.UNAUTHORIZED, "session-unconfirmed",
                        words.sessionUnconfirmed(SIGN_ON), "renewAt", SIGN_ON))
                : Refusal.of(RequestMessages.class, Status.UNAUTHORIZED, "not-signed-in",
                        RequestMessages::notSignedIn);
    }

    /** True if strangers are turned away from the address. */
    public static boolean needsAccount(RoutingContext call) {
        return needsAccount(path(call));
    }

    /** True if a password or a token is looked at: where an account is needed, or makes a difference. */
    public static boolean takesAccount(RoutingContext call) {
        return takesAccount(path(call));
    }

    /** The path as the REST layer reads it: decoded and without matrix parameters. */
    public static String path(RoutingContext call) {
        return plain(call.normalizedPath());
    }

    private static boolean takesAccount(String path) {
        return needsAccount(path) || FOR_MEMBERS.matcher(path).matches();
    }

    private static boolean needsAccount(String path) {
        return isPage(path) || below(path, "/api/admin") || below(path, "/q/metrics");
    }

    private static boolean isPage(String path) {
        return below(path, "/desk") && !path.equals("/desk/sign-in") || PROJECT_REPORT.matcher(path).matches();
    }

    /** Names the role that the account lacks. */
    @ServerExceptionMapper(priority = FIRST)
    public Response forbidden(ForbiddenException refused, ResourceInfo resource, HttpHeaders headers) {
        String locale = languages.of(headers);
        AccountMessages words = Texts.of(AccountMessages.class, locale);
        String detail = Stream.of(resource.getResourceMethod(), resource.getResourceClass())
                .filter(element -> element.isAnnotationPresent(RolesAllowed.class)).findFirst()
                .map(element -> words.needsRole(Texts.either(Texts.of(RequestMessages.class, locale),
                        List.of(element.getAnnotation(RolesAllowed.class).value()))))
                .orElseGet(words::noRight);
        return Problem.of(Status.FORBIDDEN, "not-allowed", detail).toResponse();
    }

    private static boolean below(String path, String root) {
        return path.equals(root) || path.startsWith(root + "/");
    }

    static String plain(String path) {
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8).replaceAll(";[^/]*", "");
        } catch (IllegalArgumentException e) {
            return path;
        }
    }
}
