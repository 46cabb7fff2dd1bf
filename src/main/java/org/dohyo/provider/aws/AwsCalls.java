package org.dohyo.provider.aws;

import java.net.URI;
import java.time.Clock;
import java.util.Locale;

import org.dohyo.provider.AwsKeys;
import org.dohyo.provider.Endpoint;
import org.dohyo.provider.InvalidEndpointException;
import org.dohyo.provider.InvalidEndpointException.Fault;
import org.dohyo.provider.http.HttpCall;

/** The common parts of calls to Bedrock and SageMaker: a region's address and the authorisation of a call. */
final class AwsCalls {

    static final String ANSWER_TYPE = "application/vnd.amazon.eventstream";

    private final AwsSigner signer;
    private final String service;
    private final String vendors;

    /** @param vendors the vendor's URL, with {@code %s} for the region */
    AwsCalls(Clock clock, String service, String vendors) {
        this.signer = new AwsSigner(clock);
        this.service = service;
        this.vendors = vendors;
    }

    /** True for the Content-Type, or null, of a body that may be in the event-stream encoding. */
    static boolean frames(String type) {
        String known = type == null ? "" : type.toLowerCase(Locale.ROOT);
        return known.isEmpty() || known.startsWith(ANSWER_TYPE) || known.startsWith("application/octet-stream");
    }

    URI below(Endpoint endpoint, String path) {
        String region = endpoint.awsKeys().region();
        if (endpoint.baseUrl() == null && region.isEmpty()) {
            throw new InvalidEndpointException("credentials", Fault.NO_REGION);
        }
        return HttpCall.below(endpoint.baseUrl(vendors.formatted(region)), path);
    }

    /** Signs the call with the endpoint's keys. */
    HttpCall signed(HttpCall call, Endpoint endpoint) {
        AwsKeys keys = endpoint.awsKeys();
        if (keys.accessKeyId().isEmpty() || keys.secretAccessKey().isEmpty() || keys.region().isEmpty()) {
            throw new InvalidEndpointException("credentials", Fault.NO_KEYS);
        }
        return signer.sign(call, keys, service);
    }
}
