package org.dohyo.provider;

import java.util.List;

/** Streams answers from endpoints of the protocols that it knows. */
public interface Provider {

    Protocol protocol();

    /** Starts an answer and returns at once. Whatever goes wrong, also at the start, is told to the sink. */
    AnswerStream stream(Endpoint endpoint, List<Message> conversation, AnswerSink sink);
}
