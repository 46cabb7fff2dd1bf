package org.dohyo.dataset.exports;

/** One message of a conversation, as most formats write it. */
public record Message(String role, String content) {

    static Message user(String content) {
        return new Message("user", content);
    }

    static Message assistant(String content) {
        return new Message("assistant", content);
    }
}
