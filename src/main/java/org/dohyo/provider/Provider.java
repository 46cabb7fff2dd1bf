package org.dohyo.provider;

import java.util.List;
import java.util.Set;

/** Streams answers from endpoints of the protocols that it knows. */
public interface Provider {

    Set<Protocol> protocols();

    /** @throws InvalidEndpointException if no call can be made of the endpoint as it is set up */
    void check(Endpoint endpoint);

    /** Starts an answer and returns at once. The sink receives every error, also one at the start. */
    AnswerStream stream(Endpoint endpoint, List<Message> conversation, AnswerSink sink);
}
