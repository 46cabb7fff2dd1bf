package org.dohyo.provider.http;

import java.util.List;

import org.dohyo.provider.Endpoint;
import org.dohyo.provider.Message;
import org.dohyo.provider.stream.Decoder;
import org.dohyo.provider.stream.Transcript;

/** One protocol without the network: how a call is written and how its answer is read. */
public interface Codec {

    /** @throws InvalidEndpointException if no call can be made of the endpoint as it is set up */
    HttpCall encode(Endpoint endpoint, List<Message> conversation);

    /** What the Content-Type of a good answer begins with. */
    String answerType();

    /** Reads one answer into the transcript. */
    Decoder decoder(Endpoint endpoint, Transcript transcript);
}
