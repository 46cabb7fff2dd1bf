package org.dohyo.account.signon;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.Response.Status;

import org.dohyo.account.AccessRules;
import org.dohyo.account.AccountMessages;
import org.dohyo.support.Hashes;
import org.dohyo.web.ProblemResponse;
import org.dohyo.web.Refusal;
import org.dohyo.web.proxy.PublicConfig;
import org.dohyo.web.proxy.PublicUrl;

import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TenantConfigResolver;
import io.quarkus.oidc.runtime.OidcTenantConfig.ApplicationType;
import io.quarkus.oidc.runtime.OidcTenantConfig.TokenStateManager.Strategy;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/**
 * The one place where {@code dohyo.oidc.*} become settings of quarkus-oidc. The provider's own session counts below
 * {@code /sign-on} alone: everywhere else the extension is switched off, so its cookies neither open anything nor make
 * a call wait for the provider. The connection is made by the first sign-on, so an arena starts without its provider.
 */
@ApplicationScoped
class ProviderTenant implements TenantConfigResolver {

    private static final String ID = "sign-on";
    /** Between authentication (200) and authorization (100), which would send a challenge. */
    private static final int PRIORITY = 150;
    private static final Duration LONGEST_SESSION = Duration.ofHours(12);
    private static final Duration STATE_AGE = Duration.ofMinutes(15);

    private final Uni<OidcTenantConfig> off = Uni.createFrom()
            .item(OidcTenantConfig.builder().tenantId("off").disableTenant().build());
    private final Uni<OidcTenantConfig> provider;

    ProviderTenant(OidcConfig config, PublicConfig arena) {
        provider = config.issuer().map(issuer -> Uni.createFrom().item(tenant(issuer, config, arena)))
                .orElse(off);
    }

    /** Without a provider there is nothing at these addresses. */
    void register(@Observes Filters filters) {
        filters.register(call -> {
            if (provider == off && AccessRules.isSignOn(call)) {
                ProblemResponse.send(call, Refusal.of(AccountMessages.class, Status.NOT_FOUND, "no-provider",
                        AccountMessages::noProvider));
            } else {
                call.next();
            }
        }, PRIORITY);
    }

    @Override
    public Uni<OidcTenantConfig> resolve(RoutingContext call, OidcRequestContext<OidcTenantConfig> context) {
        return AccessRules.isSignOn(call) ? provider : off;
    }

    private static OidcTenantConfig tenant(String issuer, OidcConfig config, PublicConfig arena) {
        Optional<PublicUrl> below = arena.url().map(PublicUrl::of).filter(home -> !home.path().isEmpty());
        // The extension completes a path by the host alone, so below a path the provider needs the whole address.
        String back = below.map(home -> home.address(AccessRules.SIGN_ON)).orElse(AccessRules.SIGN_ON);
        String secret = config.clientSecret().orElse("");
        return OidcTenantConfig.authServerUrl(issuer).tenantId(ID).applicationType(ApplicationType.WEB_APP)
                .clientId(config.clientId().orElse("")).credentials(secret)
                .authentication().redirectPath(back).restorePathAfterRedirect().scopes(config.scopes())
                .pkceRequired().nonceRequired().stateSecret(key("state", secret)).stateCookieAge(STATE_AGE)
                .cookiePath(below.map(PublicUrl::path).orElse("") + AccessRules.SIGN_ON)
                .errorPath("/desk/sign-in").sessionAgeExtension(LONGEST_SESSION).end()
                .token().refreshExpired().end()
                .tokenStateManager().strategy(Strategy.ID_REFRESH_TOKENS).encryptionSecret(key("session", secret)).end()
                .build();
    }

    /** Made from the client's secret, so that all replicas have the same. */
    private static String key(String use, String secret) {
        return HexFormat.of().formatHex(Hashes.sha256((use + " " + secret).getBytes(StandardCharsets.UTF_8)), 0, 16);
    }
}
