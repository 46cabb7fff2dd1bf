package org.dohyo.account.signon;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * An OpenID provider for tests: signs in whom the test says, checks the client's secret and PKCE, and can be made to
 * misbehave.
 */
public final class ScriptedProvider implements AutoCloseable {

    public static final String CLIENT = "dohyo";
    public static final String SECRET = "the client's own secret";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param subject null if the person denies the sign-in */
    private record Login(String subject, Map<String, String> request) {
    }

    private final HttpServer server;
    private final RsaJsonWebKey key;
    private final Map<String, Login> codes = new ConcurrentHashMap<>();
    private final Map<String, Login> refreshes = new ConcurrentHashMap<>();
    private final Map<String, List<String>> groups = new ConcurrentHashMap<>();

    /** The requests of the authorization and logout endpoints, as path and parameters. */
    final ConcurrentLinkedQueue<Map<String, String>> seen = new ConcurrentLinkedQueue<>();

    volatile String person = "alice";
    volatile long lifespan = 300;
    volatile String nonce;
    volatile RsaJsonWebKey signer;

    public ScriptedProvider(int port) throws IOException, JoseException {
        key = RsaJwkGenerator.generateJwk(2048);
        key.setKeyId("key");
        signer = key;
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        server.createContext("/.well-known/openid-configuration", this::discovery);
        server.createContext("/jwks", call -> answer(call, 200, "{\"keys\":[" + key.toJson() + "]}"));
        server.createContext("/authorize", this::authorize);
        server.createContext("/token", this::token);
        server.createContext("/logout", this::logout);
        server.start();
    }

    public String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public void puts(String subject, String... into) {
        groups.put(subject, List.of(into));
    }

    /** Behaves well again. */
    void behaves() {
        person = "alice";
        lifespan = 300;
        nonce = null;
        signer = key;
    }

    /** Ends all sessions: nothing can be refreshed any more. */
    void forgetsEverybody() {
        refreshes.clear();
    }

    private void discovery(HttpExchange call) throws IOException {
        answer(call, 200, JSON.writeValueAsString(Map.of("issuer", issuer(), "authorization_endpoint",
                issuer() + "/authorize", "token_endpoint", issuer() + "/token", "jwks_uri", issuer() + "/jwks",
                "end_session_endpoint", issuer() + "/logout", "id_token_signing_alg_values_supported",
                List.of("RS256"), "response_types_supported", List.of("code"), "subject_types_supported",
                List.of("public"))));
    }

    private void authorize(HttpExchange call) throws IOException {
        Map<String, String> request = parameters(call.getRequestURI().getRawQuery());
        seen.add(with(request, "path", "/authorize"));
        String code = UUID.randomUUID().toString();
        codes.put(code, new Login(person, request));
        redirect(call, request.get("redirect_uri") + (person == null ? "?error=access_denied" : "?code=" + code)
                + "&state=" + encoded(request.get("state")));
    }

    private void token(HttpExchange call) throws IOException {
        Map<String, String> form = parameters(new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Login login = form.get("grant_type").equals("refresh_token") ? refreshes.remove(form.get("refresh_token"))
                : codes.remove(form.getOrDefault("code", ""));
        if (login == null || !isClient(call) || !form.get("grant_type").equals("refresh_token")
                && !challenge(form.getOrDefault("code_verifier", "")).equals(login.request().get("code_challenge"))) {
            answer(call, 400, "{\"error\":\"invalid_grant\"}");
            return;
        }
        String refresh = UUID.randomUUID().toString();
        refreshes.put(refresh, login);
        answer(call, 200, JSON.writeValueAsString(Map.of("access_token", "opaque", "token_type", "Bearer",
                "expires_in", lifespan, "refresh_token", refresh, "id_token", idToken(login))));
    }

    private static boolean isClient(HttpExchange call) {
        String expected = Base64.getEncoder().encodeToString((CLIENT + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
        return ("Basic " + expected).equals(call.getRequestHeaders().getFirst("Authorization"));
    }

    private String idToken(Login login) throws IOException {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(issuer());
        claims.setSubject("subject-of-" + login.subject());
        claims.setAudience(CLIENT);
        NumericDate now = NumericDate.now();
        claims.setIssuedAt(now);
        claims.setExpirationTime(NumericDate.fromSeconds(now.getValue() + lifespan));
        claims.setClaim("preferred_username", login.subject());
        claims.setClaim("groups", groups.getOrDefault(login.subject(), List.of()));
        claims.setClaim("nonce", nonce == null ? login.request().get("nonce") : nonce);
        JsonWebSignature token = new JsonWebSignature();
        token.setPayload(claims.toJson());
        token.setKey(signer.getPrivateKey());
        token.setKeyIdHeaderValue(key.getKeyId());
        token.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        try {
            return token.getCompactSerialization();
        } catch (JoseException e) {
            throw new IOException(e);
        }
    }

    private void logout(HttpExchange call) throws IOException {
        Map<String, String> request = parameters(call.getRequestURI().getRawQuery());
        seen.add(with(request, "path", "/logout"));
        redirect(call, request.get("post_logout_redirect_uri"));
    }

    private static Map<String, String> with(Map<String, String> request, String name, String value) {
        Map<String, String> more = new HashMap<>(request);
        more.put(name, value);
        return more;
    }

    private static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(
                    MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static Map<String, String> parameters(String query) {
        return Stream.of((query == null ? "" : query).split("&")).filter(pair -> pair.contains("="))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0],
                        pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static void redirect(HttpExchange call, String to) throws IOException {
        call.getResponseHeaders().set("Location", URI.create(to).toString());
        call.sendResponseHeaders(302, -1);
        call.close();
    }

    private static void answer(HttpExchange call, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().set("Content-Type", "application/json");
        call.sendResponseHeaders(status, body.length);
        call.getResponseBody().write(body);
        call.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
