package org.dohyo.account.signon;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.account.AccessRules;
import org.dohyo.account.PasswordSignIn;

/** The ways in that the sign-in page offers. */
@ApplicationScoped
public class SignOn {

    private final OidcConfig config;
    private final PasswordSignIn passwords;

    SignOn(OidcConfig config, PasswordSignIn passwords) {
        this.config = config;
        this.passwords = passwords;
    }

    /** True if people can sign in by name and password. */
    public boolean local() {
        return passwords.isOffered();
    }

    /** The name of the identity provider that people can sign in by, if any. */
    public Optional<String> provider() {
        return config.issuer().map(issuer -> config.name());
    }

    /** The address that signs a person in by the provider and leads back to that page. */
    public static String address(ReturnPath to) {
        return AccessRules.SIGN_ON + "?to=" + to.encoded();
    }
}
