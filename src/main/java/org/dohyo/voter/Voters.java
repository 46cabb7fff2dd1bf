package org.dohyo.voter;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.UriInfo;

import org.dohyo.support.Hashes;

/** Recognises voters by an anonymous cookie; the database stores only its hash. */
@ApplicationScoped
public class Voters {

    private static final String PLAIN = "dohyo_voter";
    private static final String SECURE = "__Host-dohyo_voter";
    private static final int YEAR_SECONDS = 365 * 24 * 3600;

    private final Voter.Repository voters;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Voters(Voter.Repository voters, Clock clock) {
        this.voters = voters;
        this.clock = clock;
    }

    /** @param cookie the cookie that the response must set if the voter is new; else null */
    public record Recognised(Voter voter, NewCookie cookie) {
    }

    /** The voter that the request's cookie names, if any. */
    public Optional<Voter> known(HttpHeaders headers) {
        return token(headers).flatMap(token -> voters.findByTokenHash(hash(token)));
    }

    /** The voter that the request's cookie names, or a fresh one, who is not stored before {@link #stored}. */
    public Recognised knownOrFresh(HttpHeaders headers, UriInfo uri) {
        return known(headers).map(voter -> new Recognised(voter, null)).orElseGet(() -> fresh(uri));
    }

    /** The voter, stored now if that was not done before. */
    @Transactional
    public Voter stored(Voter voter) {
        if (voter.id == null) {
            voters.persist(voter);
        }
        return voter;
    }

    /** A cookie that deletes the voter's cookie in the browser. */
    public NewCookie forgotten(UriInfo uri) {
        boolean secure = secure(uri);
        return new NewCookie.Builder(secure ? SECURE : PLAIN).value("").path("/").httpOnly(true).secure(secure)
                .sameSite(NewCookie.SameSite.LAX).maxAge(0).build();
    }

    private static boolean secure(UriInfo uri) {
        return "https".equals(uri.getBaseUri().getScheme());
    }

    private Recognised fresh(UriInfo uri) {
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(32));
        Voter voter = Voter.register(hash(token), bytes(32), clock.instant());
        return new Recognised(voter, cookie(token, secure(uri)));
    }

    private static NewCookie cookie(String token, boolean secure) {
        return new NewCookie.Builder(secure ? SECURE : PLAIN).value(token).path("/").httpOnly(true).secure(secure)
                .sameSite(NewCookie.SameSite.LAX).maxAge(YEAR_SECONDS).build();
    }

    private static Optional<String> token(HttpHeaders headers) {
        Cookie cookie = headers.getCookies().getOrDefault(SECURE, headers.getCookies().get(PLAIN));
        return Optional.ofNullable(cookie).map(Cookie::getValue);
    }

    private static byte[] hash(String token) {
        return Hashes.sha256(token.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        return bytes;
    }
}
