package org.dohyo.provider;

import java.util.List;
import java.util.Set;

/** Streams answers from endpoints of the protocols that it knows. */
public interface Provider {

    Set<Protocol> protocols();

    /** @throws InvalidEndpointException if no call can be made of the endpoint as it is set up */
    void check(Endpoint endpoint);

    /** Starts an answer and returns at once. Whatever goes wrong, also at the start, is told to the sink. */
    AnswerStream stream(Endpoint endpoint, List<Message> conversation, AnswerSink sink);
}
