package org.dohyo.model.endpoint;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Advice to the admin about an endpoint that failed. */
@MessageBundle("endpoint")
public interface EndpointMessages {

    @Message("The answer was not complete within 60 seconds.")
    String tooLong();

    @Message("The test could not be started.")
    String notStarted();

    @Message("The key was rejected. Check the API key or credentials, and that they allow the use of this model.")
    String auth();

    @Message("The server doesn't know this model, or the base URL is wrong. Check both.")
    String modelNotFound();

    @Message("Did you mean {url}?")
    String didYouMean(String url);

    @Message("The provider's rate limit has been reached. Wait, or raise the limit with the provider.")
    String rateLimited();

    @Message("The provider says that the account has no credit left. Check its balance and billing.")
    String quota();

    @Message("The request is longer than the model accepts. Lower max_tokens or shorten the system prompt.")
    String contextTooLong();

    @Message("The server rejected the request. It may not support one of the parameters.")
    String badRequest();

    @Message("The server is overloaded or still loading the model. Try again later.")
    String overloaded();

    @Message("The server failed while answering. See the server's log for the reason.")
    String upstreamError();

    @Message("No connection. Check the base URL, and that the server is running and reachable from here.")
    String unreachable();

    @Message("No secure connection. The certificate is not trusted, or not valid for this host.")
    String tls();

    @Message("Requests to this address are blocked. Private addresses need dohyo.provider.allow-private=true.")
    String addressRefused();

    @Message("The server took too long to accept the connection. A firewall may be blocking it.")
    String timeoutConnect();

    @Message("The server accepted the request but sent nothing for two minutes.")
    String timeoutFirst();

    @Message("The answer stalled for a minute.")
    String timeoutIdle();

    @Message("The answer took longer than 15 minutes.")
    String timeoutTotal();

    @Message("The response was not a stream of this protocol. Check the protocol and the base URL.")
    String protocol();

    @Message("The connection was lost during the answer. A proxy may be closing it too early.")
    String cutOff();

    @Message("The answer contained no text. A filter or a low max_tokens may be the cause.")
    String empty();
}
