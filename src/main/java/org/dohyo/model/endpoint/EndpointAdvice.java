package org.dohyo.model.endpoint;

import java.net.URI;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.dohyo.provider.Endpoint;
import org.dohyo.provider.Protocol;
import org.dohyo.provider.ProviderError.Kind;
import org.dohyo.provider.http.HttpCall;

/** Advice to the admin about an endpoint that failed, in the language of the messages. */
public final class EndpointAdvice {

    /** Their base URLs end with a version, which is easily forgotten. */
    private static final Set<Protocol> VERSIONED = EnumSet.of(Protocol.OPENAI, Protocol.RESPONSES,
            Protocol.COMPLETIONS, Protocol.ANTHROPIC);
    private static final Pattern VERSION = Pattern.compile("/v\\d[^/]*(?:/|$)");

    private EndpointAdvice() {
    }

    static String of(EndpointMessages words, Kind kind, Endpoint endpoint) {
        return of(words, kind, VERSIONED.contains(endpoint.protocol()) ? endpoint.baseUrl() : null);
    }

    /**
     * The sentence for that kind of failure; after a 404 it proposes a base URL with a version where there is none.
     *
     * @param baseUrl null where it isn't known or needs no version
     */
    public static String of(EndpointMessages words, Kind kind, URI baseUrl) {
        Optional<URI> meant = kind == Kind.MODEL_NOT_FOUND ? withVersion(baseUrl) : Optional.empty();
        return sentence(words, kind) + meant.map(url -> " " + words.didYouMean(url.toString())).orElse("");
    }

    /** The base URL with the usual version; empty where it is null or has a version. */
    static Optional<URI> withVersion(URI baseUrl) {
        return Optional.ofNullable(baseUrl)
                .filter(url -> url.getRawPath() == null || !VERSION.matcher(url.getRawPath()).find())
                .map(url -> HttpCall.below(url, "/v1"));
    }

    private static String sentence(EndpointMessages words, Kind kind) {
        return switch (kind) {
            case AUTH -> words.auth();
            case MODEL_NOT_FOUND -> words.modelNotFound();
            case RATE_LIMITED -> words.rateLimited();
            case QUOTA -> words.quota();
            case CONTEXT_TOO_LONG -> words.contextTooLong();
            case BAD_REQUEST -> words.badRequest();
            case OVERLOADED -> words.overloaded();
            case UPSTREAM_ERROR -> words.upstreamError();
            case UNREACHABLE -> words.unreachable();
            case TLS -> words.tls();
            case ADDRESS_REFUSED -> words.addressRefused();
            case TIMEOUT_CONNECT -> words.timeoutConnect();
            case TIMEOUT_FIRST -> words.timeoutFirst();
            case TIMEOUT_IDLE -> words.timeoutIdle();
            case TIMEOUT_TOTAL -> words.timeoutTotal();
            case PROTOCOL -> words.protocol();
            case CUT_OFF -> words.cutOff();
            case EMPTY -> words.empty();
        };
    }
}
