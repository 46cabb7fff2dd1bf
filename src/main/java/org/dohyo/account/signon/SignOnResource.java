package org.dohyo.account.signon;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;

import org.dohyo.account.AccessRules;
import org.dohyo.account.Account;
import org.dohyo.account.AccountMessages;
import org.dohyo.account.AccountSession;
import org.dohyo.account.Accounts;
import org.dohyo.account.SessionCookie;
import org.dohyo.account.Users;
import org.dohyo.web.Refusal;
import org.dohyo.web.proxy.PublicPath;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;

import io.quarkus.oidc.OidcConfigurationMetadata;
import io.quarkus.oidc.OidcSession;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;

/**
 * Where people come from the identity provider. quarkus-oidc has verified their ID token, or refreshed it, before a
 * method here runs; whoever has none is sent to the provider. The session that is opened here is an ordinary one, and
 * gets its rights anew from the provider's groups whenever the ID token has expired.
 */
@Path(AccessRules.SIGN_ON)
@Authenticated
@Blocking
public class SignOnResource {

    private final OidcConfig config;
    private final Users users;
    private final Accounts accounts;
    private final SecurityIdentity identity;
    private final OidcSession session;
    private final OidcConfigurationMetadata provider;
    private final SessionCookie cookie;
    private final PublicPath path;

    SignOnResource(OidcConfig config, Users users, Accounts accounts, SecurityIdentity identity,
            OidcSession session, OidcConfigurationMetadata provider, SessionCookie cookie, PublicPath path) {
        this.cookie = cookie;
        this.path = path;
        this.config = config;
        this.users = users;
        this.accounts = accounts;
        this.identity = identity;
        this.session = session;
        this.provider = provider;
    }

    @GET
    @Operation(hidden = true)
    public Response open(@QueryParam("to") String to, @Context HttpServerRequest request) {
        Person person = Person.of(idToken(), config.groupsClaim());
        Account account = users.signedOn(person.subjectHash(), person.name(), person.role(config));
        endOld(request);
        String opened = accounts.openSession(account, request.getHeader(HttpHeaders.USER_AGENT),
                new AccountSession.Confirmation(person.expiry(), person.mayVote(config), person.groups()));
        return to(ReturnPath.of(to).path()).cookie(cookie.of(request, opened)).build();
    }

    /** Ends the session here, then the provider's own where the provider can end one. */
    @GET
    @Path("out")
    @Operation(hidden = true)
    public Response close(@Context HttpServerRequest request) {
        if ("cross-site".equals(request.getHeader("Sec-Fetch-Site"))) {
            throw Refusal.of(AccountMessages.class, Status.FORBIDDEN, "cross-site", AccountMessages::foreignSignOut);
        }
        String hint = idToken().getRawToken();
        endOld(request);
        session.logout().await().indefinitely();
        String home = URI.create(request.absoluteURI()).resolve(path.of("/desk/sign-in")).toString();
        String end = provider.getEndSessionUri();
        return to(end == null ? "/desk/sign-in"
                : end + "?id_token_hint=" + encoded(hint) + "&post_logout_redirect_uri=" + encoded(home))
                .cookie(cookie.gone(request)).build();
    }

    /** The end of a renewal in the background. */
    @GET
    @Path("done")
    @Operation(hidden = true)
    public Response done() {
        return Response.noContent().build();
    }

    /** The principal of a sign-on is the ID token. */
    private JsonWebToken idToken() {
        return (JsonWebToken) identity.getPrincipal();
    }

    private void endOld(HttpServerRequest request) {
        String old = cookie.read(request);
        if (old != null) {
            accounts.endSession(old);
        }
    }

    private static Response.ResponseBuilder to(String address) {
        return Response.status(Status.SEE_OTHER).header(HttpHeaders.LOCATION, address)
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
