package org.dohyo.voter;

import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.Response.Status;

import org.dohyo.account.AccessRules;
import org.dohyo.account.SignedIn;
import org.dohyo.support.Problem;
import org.dohyo.web.ProblemResponse;
import org.dohyo.web.Refusal;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;

/**
 * Where only signed-in people may vote, refuses the calls of others that start, continue or judge a battle, before a
 * body is read. Reading stays open to all.
 */
@ApplicationScoped
class VoterAccess {

    /** With the rules of the desk, after authentication. */
    private static final int PRIORITY = 50;
    private static final String SIGN_IN = "/desk/sign-in?to=/";
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> PAGES = Set.of("/", "/me");

    private final boolean signIn;

    VoterAccess(VoterConfig config) {
        this.signIn = config.signIn();
    }

    void register(@Observes Filters filters) {
        if (signIn) {
            filters.register(VoterAccess::check, PRIORITY);
        }
    }

    private static void check(RoutingContext call) {
        String path = AccessRules.path(call);
        boolean reading = READING.contains(call.request().method().name());
        if (reading && PAGES.contains(path) && AccessRules.needsRenewal(call)) {
            AccessRules.sendToSignIn(call);
        } else if (!isForVoters(path) || reading && !AccessRules.needsRenewal(call)) {
            call.next();
        } else if (call.user() instanceof QuarkusHttpUser user && !user.getSecurityIdentity().isAnonymous()) {
            admit(call, user.getSecurityIdentity());
        } else {
            ProblemResponse.send(call, AccessRules.needsRenewal(call) ? AccessRules.stranger(call)
                    : Refusal.by(VoterMessages.class, words -> Problem.of(Status.UNAUTHORIZED, "sign-in-required",
                            words.signInToVote(SIGN_IN), "signIn", SIGN_IN)));
        }
    }

    private static void admit(RoutingContext call, SecurityIdentity caller) {
        if (SignedIn.mayVote(caller)) {
            call.next();
        } else {
            ProblemResponse.send(call, Refusal.of(VoterMessages.class, Status.FORBIDDEN, "not-a-voter",
                    VoterMessages::notAVoter));
        }
    }

    private static boolean isForVoters(String path) {
        return path.equals("/api/battles") || path.startsWith("/api/battles/") || path.startsWith("/api/me/");
    }
}
