package org.dohyo.account;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.web.ProblemResponse;
import org.dohyo.web.Refusal;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/**
 * Authenticates a caller by the session cookie or by HTTP Basic. Wrong or missing credentials leave the caller
 * anonymous; {@link AccessRules} decides what follows. Basic costs a password check, so it is read only where an
 * account is needed. No challenge is ever sent, so no browser opens its password dialog.
 */
@ApplicationScoped
public class SignInMechanism implements HttpAuthenticationMechanism {

    private final Accounts accounts;
    private final PasswordSignIn passwords;
    private final SessionCookie session;

    SignInMechanism(Accounts accounts, PasswordSignIn passwords, SessionCookie session) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.session = session;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext call, IdentityProviderManager providers) {
        String basic = call.request().getHeader("Authorization");
        if (basic != null && basic.regionMatches(true, 0, "Basic ", 0, 6)) {
            if (!AccessRules.takesAccount(call)) {
                return Uni.createFrom().nullItem();
            }
            return offTheEventLoop(call, () -> byBasic(call, basic.substring(6).trim()));
        }
        String token = session.read(call.request());
        if (token == null || token.isEmpty() || AccessRules.isSignOn(call)) {
            return Uni.createFrom().nullItem();
        }
        return offTheEventLoop(call, () -> bySession(call, token));
    }

    private Optional<Accounts.Caller> bySession(RoutingContext call, String token) {
        Optional<Accounts.Caller> caller = accounts.bySession(token);
        if (caller.isPresent() && !caller.get().confirmed()) {
            AccessRules.renew(call);
            return Optional.empty();
        }
        return caller;
    }

    private Optional<Accounts.Caller> byBasic(RoutingContext call, String credentials) {
        String[] parts = decode(credentials).split(":", 2);
        if (parts.length < 2) {
            return Optional.empty();
        }
        PasswordSignIn.Attempt attempt;
        try {
            attempt = passwords.attempt(parts[0], parts[1], call.request().remoteAddress().hostAddress());
        } catch (Refusal refusal) {
            AccessRules.refuse(call, ProblemResponse.of(call, refusal));
            return Optional.empty();
        }
        if (attempt.isTooEarly()) {
            AccessRules.refuse(call, ProblemResponse.of(call, SignInRefusal.slowed(attempt.delay())));
        }
        return attempt.account().map(Accounts.Caller::local);
    }

    private static String decode(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8).replace("\0", "");
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static Uni<SecurityIdentity> offTheEventLoop(RoutingContext call,
            Callable<Optional<Accounts.Caller>> work) {
        return Uni.createFrom().completionStage(() -> call.vertx().executeBlocking(work, false).toCompletionStage())
                .map(caller -> caller.map(SignInMechanism::identity).orElse(null));
    }

    private static SecurityIdentity identity(Accounts.Caller caller) {
        QuarkusSecurityIdentity.Builder identity = QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(caller.account().name())).addRoles(caller.account().rights())
                .addAttribute(SignedIn.PERSON, caller.account().person())
                .addAttribute(SignedIn.GROUPS, caller.groups());
        return caller.mayVote() ? identity.addRole(SignedIn.VOTER).build() : identity.build();
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext call) {
        return Uni.createFrom().item(new ChallengeData(401));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of();
    }
}
