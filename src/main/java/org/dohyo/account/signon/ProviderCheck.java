package org.dohyo.account.signon;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.runtime.StartupEvent;

/**
 * Asks the identity provider who it is once the arena runs, and warns in one sentence if nobody can sign in by it. The
 * start waits for nothing: each sign-on tries the provider again.
 */
@ApplicationScoped
class ProviderCheck {

    private static final Logger LOG = Logger.getLogger(ProviderCheck.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final OidcConfig config;
    private final ObjectMapper json;

    ProviderCheck(OidcConfig config, ObjectMapper json) {
        this.config = config;
        this.json = json;
    }

    void start(@Observes StartupEvent event) {
        config.issuer().ifPresent(issuer -> HttpClient.newBuilder().connectTimeout(PATIENCE).build()
                .sendAsync(HttpRequest.newBuilder(document(issuer)).timeout(PATIENCE).build(),
                        HttpResponse.BodyHandlers.ofString())
                .handle((answer, failure) -> failure == null ? complaint(issuer, answer)
                        : Optional.of("can't be reached (" + reason(failure) + ")"))
                .thenAccept(complaint -> complaint.ifPresent(words -> LOG.warnf(
                        "DOHYO_OIDC_ISSUER: %s %s. Nobody can sign in by it until it does; each sign-on tries again.",
                        issuer, words))));
    }

    private static URI document(String issuer) {
        return URI.create(issuer.replaceFirst("/+$", "") + "/.well-known/openid-configuration");
    }

    private Optional<String> complaint(String issuer, HttpResponse<String> answer) {
        if (answer.statusCode() != 200) {
            return Optional.of("answers its discovery document with status " + answer.statusCode());
        }
        try {
            JsonNode said = json.readTree(answer.body()).path("issuer");
            return said.asText().equals(issuer) ? Optional.empty()
                    : Optional.of("calls itself " + said + ", so its tokens are refused");
        } catch (JsonProcessingException e) {
            return Optional.of("has no discovery document in JSON");
        }
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure.getCause() instanceof IOException inner ? inner : failure;
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
