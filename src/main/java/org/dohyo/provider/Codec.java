package org.dohyo.provider;

import java.util.List;

/** One protocol without the network: how a call is written and how its answer is read. */
interface Codec {

    /** @throws InvalidEndpointException if no call can be made of the endpoint as it is set up */
    HttpCall encode(Endpoint endpoint, List<Message> conversation);

    /** What the Content-Type of a good answer begins with. */
    String answerType();

    /** Reads one answer into the transcript. */
    Decoder decoder(Endpoint endpoint, Transcript transcript);
}
