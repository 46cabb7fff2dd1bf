package org.dohyo.model.endpoint;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What an admin can do about an endpoint that failed. */
@MessageBundle("endpoint")
public interface EndpointMessages {

    @Message("No whole answer came within 60 seconds.")
    String tooLong();

    @Message("The test could not be started.")
    String notStarted();

    @Message("The key was refused. Check the API key or the credentials, and that they may use this model.")
    String auth();

    @Message("The server knows no such model, or the base URL is wrong. Check both.")
    String modelNotFound();

    @Message("The provider's limit is reached. Wait, or raise the limit there.")
    String rateLimited();

    @Message("The request is longer than the model takes. Lower max_tokens or shorten the system prompt.")
    String contextTooLong();

    @Message("The server refused the request. A parameter may be one that it doesn't know.")
    String badRequest();

    @Message("The server is overloaded or still loading the model. Try again later.")
    String overloaded();

    @Message("The server failed while answering. Its own log says why.")
    String upstreamError();

    @Message("No connection. Check the base URL, and that the server runs and can be reached from here.")
    String unreachable();

    @Message("No secure connection. The certificate is not trusted or not for this host.")
    String tls();

    @Message("Requests to this address are not sent. Private addresses need dohyo.provider.allow-private=true.")
    String addressRefused();

    @Message("The server took too long to accept the connection. A firewall may be in the way.")
    String timeoutConnect();

    @Message("The server accepted the request and said nothing for two minutes.")
    String timeoutFirst();

    @Message("The answer stopped in its middle for a minute.")
    String timeoutIdle();

    @Message("The answer took longer than 15 minutes.")
    String timeoutTotal();

    @Message("The answer was no stream of this protocol. Check the protocol and the base URL.")
    String protocol();

    @Message("The connection was lost in the middle of the answer. A proxy may close it too early.")
    String cutOff();

    @Message("The answer had no text. A filter or a low max_tokens may be why.")
    String empty();
}
