package org.dohyo.account.signon;

import java.time.Duration;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.Response.Status;

import org.dohyo.account.AccessRules;
import org.dohyo.account.AccountMessages;
import org.dohyo.support.Problem;
import org.dohyo.web.PageResponses;
import org.dohyo.web.ProblemResponse;
import org.dohyo.web.Refusal;
import org.jboss.logging.Logger;

import io.quarkiverse.resteasy.problem.HttpProblem;
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

    SignOnFailures(HttpAuthenticator authenticator) {
        this.authenticator = authenticator;
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
            refuse(call, "provider-unreachable", words -> Problem.later(Status.SERVICE_UNAVAILABLE,
                    "provider-unreachable", words.providerUnreachable(), RETRY));
        } else if (failure instanceof AuthenticationCompletionException) {
            refuse(call, "sign-on-failed", words -> Problem.of(Status.UNAUTHORIZED, "sign-on-failed",
                    words.signOnFailed()));
        } else if (failure instanceof AuthenticationFailedException) {
            askPerson(call);
        } else {
            call.next();
        }
    }

    /** A reader is led to the sign-in page, which says that it failed and offers every way in. */
    private static void refuse(RoutingContext call, String code,
            Function<AccountMessages, HttpProblem> problem) {
        if (PageResponses.isForReader(call.request())) {
            String back = ReturnPath.of(call.request().getParam("to")).encoded();
            call.response().setStatusCode(303).putHeader("Cache-Control", "no-store")
                    .putHeader("Location", "/desk/sign-in?error=" + code + "&to=" + back)
                    .end();
        } else {
            ProblemResponse.send(call, Refusal.by(AccountMessages.class, problem));
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
