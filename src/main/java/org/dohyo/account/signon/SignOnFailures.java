package org.dohyo.account.signon;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.Response.Status;

import org.dohyo.account.AccessRules;
import org.dohyo.support.Problem;
import org.dohyo.web.RouteFailures;
import org.jboss.logging.Logger;

import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * Answers a sign-on that failed before a resource was called. The mapper of the problem library for such failures needs
 * an older Quarkus, so none may reach it.
 */
@ApplicationScoped
class SignOnFailures {

    private static final Logger LOG = Logger.getLogger(SignOnFailures.class);
    /** Before the arena's own handler of failures. */
    private static final int ORDER = -100_001;
    private static final Duration RETRY = Duration.ofSeconds(10);

    private final HttpAuthenticator authenticator;
    private final RouteFailures pages;

    SignOnFailures(HttpAuthenticator authenticator, RouteFailures pages) {
        this.authenticator = authenticator;
        this.pages = pages;
    }

    void register(@Observes Router router) {
        router.route().order(ORDER).failureHandler(this::answer);
    }

    private void answer(RoutingContext call) {
        Throwable failure = call.failure();
        if (!AccessRules.isSignOn(call) || call.response().ended()) {
            call.next();
        } else if (failure instanceof OIDCException) {
            LOG.warnf("DOHYO_OIDC_ISSUER: the identity provider can't be asked (%s).", failure.getMessage());
            pages.send(call, Problem.later(Status.SERVICE_UNAVAILABLE, "provider-unreachable",
                    "The identity provider can't be reached. Try again soon, or sign in with a password.", RETRY));
        } else if (failure instanceof AuthenticationCompletionException) {
            pages.send(call, Problem.of(Status.UNAUTHORIZED, "sign-on-failed",
                    "The identity provider's answer was not accepted. Start again at /desk/sign-in."));
        } else if (failure instanceof AuthenticationFailedException) {
            askPerson(call);
        } else {
            call.next();
        }
    }

    /** The token can't be refreshed any more: the person has to sign in at the provider. */
    private void askPerson(RoutingContext call) {
        authenticator.sendChallenge(call).subscribe().with(sent -> {
            if (!call.response().ended()) {
                call.response().end();
            }
        }, call::fail);
    }
}
