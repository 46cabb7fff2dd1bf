package org.dohyo.provider;

/** One turn of a conversation as it is sent to a model. */
public record Message(Role role, String content) {

    public enum Role {
        USER,
        ASSISTANT
    }
}
