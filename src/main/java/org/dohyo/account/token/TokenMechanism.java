package org.dohyo.account.token;

import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.account.AccessRules;
import org.dohyo.web.ProblemResponse;
import org.dohyo.web.Refusal;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/**
 * Authenticates a program by {@code Authorization: Bearer dohyo_…}. The caller has the present role of the token's
 * account, so a token never does more than its account can, and the scope of the call is checked on top. A token that
 * isn't admitted ends the call, even if a cookie would do.
 */
@ApplicationScoped
public class TokenMechanism implements HttpAuthenticationMechanism {

    private static final String SCHEME = "Bearer ";

    private final ApiTokens tokens;

    TokenMechanism(ApiTokens tokens) {
        this.tokens = tokens;
    }

    /** Before the mechanism of people: a call that brings a token is that of a program. */
    @Override
    public int getPriority() {
        return DEFAULT_PRIORITY + 2;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext call, IdentityProviderManager providers) {
        String header = call.request().getHeader("Authorization");
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                || !header.startsWith(ApiToken.START, SCHEME.length()) || !AccessRules.takesAccount(call)) {
            return Uni.createFrom().nullItem();
        }
        String token = header.substring(SCHEME.length()).strip();
        return Uni.createFrom()
                .completionStage(() -> call.vertx().executeBlocking(() -> caller(call, token), false)
                        .toCompletionStage());
    }

    private SecurityIdentity caller(RoutingContext call, String token) {
        HttpServerRequest request = call.request();
        try {
            ApiTokens.Caller caller = tokens.admit(token, Scope.of(request.method().name(), AccessRules.path(call)),
                    request.remoteAddress().hostAddress());
            return QuarkusSecurityIdentity.builder().setPrincipal(new QuarkusPrincipal(caller.signature()))
                    .addRoles(caller.rights()).build();
        } catch (Refusal refusal) {
            HttpProblem problem = ProblemResponse.of(call, refusal);
            call.response().putHeader("WWW-Authenticate", challenge(problem));
            AccessRules.refuse(call, problem);
            return null;
        }
    }

    /** As RFC 6750 has it; no browser opens a dialog for this scheme. */
    private static String challenge(HttpProblem refusal) {
        Object scope = refusal.getParameters().get("scope");
        return scope == null ? "Bearer error=\"invalid_token\""
                : "Bearer error=\"insufficient_scope\", scope=\"" + scope + "\"";
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext call) {
        return Uni.createFrom().nullItem();
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of();
    }
}
