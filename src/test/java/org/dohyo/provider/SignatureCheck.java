package org.dohyo.provider;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.dohyo.provider.OpenAiServer.Received;
import org.dohyo.provider.http.PathSegments;

/** Signature Version 4, computed from a request as the server got it. */
final class SignatureCheck {

    private static final Pattern CLAIM = Pattern.compile("SignedHeaders=([^,]+), Signature=([0-9a-f]{64})");

    private final Received request;
    private final String scope;
    private final String region;
    private final String service;
    private final Matcher claim;

    SignatureCheck(Received request, String region, String service) {
        this.request = request;
        this.region = region;
        this.service = service;
        this.scope = date() + "/" + region + "/" + service + "/aws4_request";
        this.claim = CLAIM.matcher(request.headers().get("authorization"));
        if (!claim.find()) {
            throw new AssertionError("no claim in " + request.headers());
        }
    }

    private String date() {
        return request.headers().get("x-amz-date").substring(0, 8);
    }

    String claimed() {
        return claim.group(2);
    }

    List<String> signedHeaders() {
        return List.of(claim.group(1).split(";"));
    }

    String signature(String secret) throws GeneralSecurityException {
        byte[] key = ("AWS4" + secret).getBytes(StandardCharsets.UTF_8);
        for (String part : List.of(date(), region, service, "aws4_request")) {
            key = hmac(key, part);
        }
        String toSign = "AWS4-HMAC-SHA256\n" + request.headers().get("x-amz-date") + "\n" + scope + "\n"
                + sha256(canonical());
        return HexFormat.of().formatHex(hmac(key, toSign));
    }

    private String canonical() throws GeneralSecurityException {
        Map<String, String> headers = request.headers();
        String lines = signedHeaders().stream().map(name -> name + ":" + headers.get(name).strip() + "\n")
                .collect(Collectors.joining());
        return "POST\n" + encodedAgain(request.path()) + "\n\n" + lines + "\n" + claim.group(1) + "\n"
                + sha256(request.body());
    }

    /** Every service but S3 wants each segment encoded a second time. */
    private static String encodedAgain(String path) {
        return Arrays.stream(path.split("/", -1)).map(PathSegments::encode).collect(Collectors.joining("/"));
    }

    private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String sha256(String text) throws GeneralSecurityException {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
