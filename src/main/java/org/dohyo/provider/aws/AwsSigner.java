package org.dohyo.provider.aws;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

import org.dohyo.provider.AwsKeys;
import org.dohyo.provider.http.HttpCall;

import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/** Signs calls to AWS (Signature Version 4). */
final class AwsSigner {

    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
    private final Clock clock;

    AwsSigner(Clock clock) {
        this.clock = clock;
    }

    /** The call with the headers that make it a signed one. */
    HttpCall sign(HttpCall call, AwsKeys keys, String service) {
        SdkHttpRequest.Builder request = SdkHttpRequest.builder().method(SdkHttpMethod.POST).uri(call.url());
        call.headers().forEach(request::putHeader);
        SdkHttpRequest signed = signer.sign(r -> r.identity(identity(keys)).request(request.build())
                .payload(ContentStreamProvider.fromByteArray(call.body()))
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                .putProperty(AwsV4HttpSigner.REGION_NAME, keys.region())
                .putProperty(HttpSigner.SIGNING_CLOCK, clock)).request();
        Map<String, String> headers = new LinkedHashMap<>();
        signed.forEachHeader((name, values) -> headers.put(name, String.join(",", values)));
        // The client writes it from the URL, which is what was signed.
        headers.keySet().removeIf("Host"::equalsIgnoreCase);
        return new HttpCall(call.url(), headers, call.body());
    }

    private static AwsCredentialsIdentity identity(AwsKeys keys) {
        String secret = keys.secretAccessKey().reveal();
        return keys.sessionToken().isEmpty() ? AwsCredentialsIdentity.create(keys.accessKeyId(), secret)
                : AwsSessionCredentialsIdentity.create(keys.accessKeyId(), secret, keys.sessionToken().reveal());
    }
}
