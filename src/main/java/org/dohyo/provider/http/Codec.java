package org.dohyo.provider.http;

import java.util.List;

import org.dohyo.provider.Endpoint;
import org.dohyo.provider.InvalidEndpointException;
import org.dohyo.provider.Message;
import org.dohyo.provider.Protocol;
import org.dohyo.provider.stream.AnswerText;
import org.dohyo.provider.stream.Decoder;
import org.dohyo.provider.stream.Transcript;

/** One protocol without the network: writes calls and reads their answers. Each bean of this type adds its protocol. */
public interface Codec {

    /** The protocol of the calls; no two codecs share one. */
    Protocol protocol();

    /** @throws InvalidEndpointException if no call can be made of the endpoint as it is set up */
    HttpCall encode(Endpoint endpoint, List<Message> conversation);

    /** The Content-Type that is asked for. */
    String answerType();

    /**
     * True if the decoder reads a body of that Content-Type, which may be null. Servers send event streams under any
     * type, and their decoder recognises what the body is.
     */
    default boolean reads(String type) {
        return true;
    }

    /** How the text of an answer to that conversation is to be read; by default it is what was said. */
    default AnswerText text(Endpoint endpoint, List<Message> conversation) {
        return AnswerText.plain();
    }

    /** Reads one answer into the transcript. */
    Decoder decoder(Endpoint endpoint, Transcript transcript);
}
