package org.dohyo.voter;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.UriInfo;

import org.dohyo.account.Role;
import org.dohyo.account.SignedIn;
import org.dohyo.support.Hashes;
import org.dohyo.web.proxy.ArenaCookies;

/**
 * Recognises voters by an anonymous cookie or, where only signed-in people may vote, by their account; the database
 * stores only a hash of either.
 */
@ApplicationScoped
public class Voters {

    private static final String COOKIE = "dohyo_voter";
    private static final int YEAR_SECONDS = 365 * 24 * 3600;

    private final Voter.Repository voters;
    private final SignedIn signedIn;
    private final ArenaCookies cookies;
    private final Clock clock;
    private final boolean signIn;
    private final SecureRandom random = new SecureRandom();

    Voters(Voter.Repository voters, SignedIn signedIn, VoterConfig config, ArenaCookies cookies, Clock clock) {
        this.voters = voters;
        this.signedIn = signedIn;
        this.cookies = cookies;
        this.clock = clock;
        this.signIn = config.signIn();
    }

    /** The ways in which a reader can stand before the voters' page. */
    public enum Standing {
        MAY_VOTE,
        MUST_SIGN_IN,
        NOT_IN_A_GROUP
    }

    /** True if voters are recognised by their account, and so have to sign in. */
    public boolean areSignedIn() {
        return signIn;
    }

    /** True if the reader has signed in to vote and has no page of the desk to sign out at. */
    public boolean mayOnlyVote() {
        return signIn && signedIn.person().isPresent() && !signedIn.may(Role.READER);
    }

    public Standing standing() {
        if (!signIn || signedIn.mayVote()) {
            return Standing.MAY_VOTE;
        }
        return signedIn.person().isPresent() ? Standing.NOT_IN_A_GROUP : Standing.MUST_SIGN_IN;
    }

    /** @param cookie the cookie that the response must set if the voter is new; else null */
    public record Recognised(Voter voter, NewCookie cookie) {
    }

    /** The voter of the request's person or cookie, if any. */
    public Optional<Voter> known(HttpHeaders headers) {
        Optional<byte[]> hash = signIn ? signedIn.person() : token(headers).map(Voters::hash);
        return hash.flatMap(voters::findByTokenHash);
    }

    /** The voter of the request's person or cookie, or a fresh one, who is not stored before {@link #stored}. */
    public Recognised knownOrFresh(HttpHeaders headers, UriInfo uri) {
        return known(headers).map(voter -> new Recognised(voter, null))
                .orElseGet(() -> signIn ? freshPerson() : fresh(uri));
    }

    /** Whoever hasn't signed in has been turned away. */
    private Recognised freshPerson() {
        return new Recognised(Voter.register(signedIn.person().orElseThrow(), bytes(32), clock.instant()), null);
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
        return cookie(uri).value("").maxAge(0).build();
    }

    private static boolean secure(UriInfo uri) {
        return "https".equals(uri.getBaseUri().getScheme());
    }

    private Recognised fresh(UriInfo uri) {
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(32));
        Voter voter = Voter.register(hash(token), bytes(32), clock.instant());
        return new Recognised(voter, cookie(uri).value(token).maxAge(YEAR_SECONDS).build());
    }

    private NewCookie.Builder cookie(UriInfo uri) {
        boolean secure = secure(uri);
        return cookies.cookie(cookies.name(COOKIE, secure), secure);
    }

    private Optional<String> token(HttpHeaders headers) {
        Map<String, Cookie> sent = headers.getCookies();
        return Optional.ofNullable(sent.getOrDefault(cookies.name(COOKIE, true), sent.get(cookies.name(COOKIE, false))))
                .map(Cookie::getValue);
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
