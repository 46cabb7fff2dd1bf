package org.dohyo.account.signon;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.json.JsonString;

import org.dohyo.account.Role;
import org.dohyo.support.Hashes;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * A person as the provider's ID token, which has been verified, describes one.
 *
 * @param expiry the time until which the provider's word holds
 */
record Person(String issuer, String subject, String name, Set<String> groups, Instant expiry) {

    private static final int MOST_NAME = 48;

    /** @param groupsClaim the path of the claim that lists the groups */
    static Person of(JsonWebToken token, String groupsClaim) {
        return new Person(token.getIssuer(), token.getSubject(), name(token), groups(token, groupsClaim),
                Instant.ofEpochSecond(token.getExpirationTime()));
    }

    private static String name(JsonWebToken token) {
        String name = List.of("preferred_username", "email", "name").stream().map(token::<Object> getClaim)
                .filter(String.class::isInstance).map(String.class::cast).filter(claim -> !claim.isBlank()).findFirst()
                .orElse(token.getSubject());
        String plain = name.strip().replaceAll("[^\\p{L}\\p{N}._@-]+", "-");
        return plain.substring(0, Math.min(MOST_NAME, plain.length()));
    }

    private static Set<String> groups(JsonWebToken token, String claim) {
        // A claim's own name may have slashes too, as those of namespaces have.
        Object whole = token.getClaim(claim);
        String[] steps = claim.split("/");
        Object value = whole != null ? whole : token.getClaim(steps[0]);
        for (int step = 1; whole == null && step < steps.length; step++) {
            value = value instanceof Map<?, ?> object ? object.get(steps[step]) : null;
        }
        Stream<?> groups = value instanceof Collection<?> several ? several.stream() : Stream.ofNullable(value);
        return groups.map(Person::text).collect(Collectors.toSet());
    }

    /** A claim's text may be a string or JSON's. */
    private static String text(Object value) {
        return value instanceof JsonString text ? text.getString() : String.valueOf(value);
    }

    /** Recognises the person: 32 bytes that don't tell who it is. */
    byte[] subjectHash() {
        return Hashes.sha256((issuer + "\n" + subject).getBytes(StandardCharsets.UTF_8));
    }

    /** The highest role that the groups give; null if they give none. */
    Role role(OidcConfig config) {
        if (isIn(config.adminGroups())) {
            return Role.ADMIN;
        }
        if (isIn(config.moderatorGroups())) {
            return Role.MODERATOR;
        }
        return isIn(config.readerGroups()) ? Role.READER : null;
    }

    boolean mayVote(OidcConfig config) {
        return config.voterGroups().isEmpty() || isIn(config.voterGroups());
    }

    private boolean isIn(Optional<List<String>> any) {
        return any.orElse(List.of()).stream().anyMatch(groups::contains);
    }
}
