package org.dohyo.account.signon;

import java.util.List;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Sign-on by an OpenID Connect provider. */
@ConfigMapping(prefix = "dohyo.oidc")
interface OidcConfig {

    /**
     * The issuer of an OpenID Connect provider, such as `https://sso.example/realms/company`. People then sign in by it
     * too: authorization code flow with PKCE; its redirect URI is `/sign-on` below the arena's address.
     */
    Optional<String> issuer();

    /** The client that the provider knows the arena by; needed with an issuer. */
    Optional<String> clientId();

    /** The client's secret; needed with an issuer. Cookies of a sign-on are encrypted with a key made from it. */
    Optional<String> clientSecret();

    /** The provider's name on the button of the sign-in page. */
    @WithDefault("single sign-on")
    String name();

    /**
     * The claim of the ID token that lists a person's groups. A slash leads into a claim within a claim, such as
     * `realm_access/roles`.
     */
    @WithDefault("groups")
    String groupsClaim();

    /** The scopes that are asked for besides `openid`. Some providers put groups into the token only for one more. */
    @WithDefault("profile")
    List<String> scopes();

    /** Groups whose members are admins at the desk. */
    Optional<List<String>> adminGroups();

    /** Groups whose members are moderators at the desk. */
    Optional<List<String>> moderatorGroups();

    /** Groups whose members are readers at the desk. */
    Optional<List<String>> readerGroups();

    /**
     * Groups whose members may vote where only signed-in people may (`dohyo.voter.sign-in`); without it everybody whom
     * the provider signs in may.
     */
    Optional<List<String>> voterGroups();
}
