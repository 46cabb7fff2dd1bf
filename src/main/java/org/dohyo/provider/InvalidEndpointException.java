package org.dohyo.provider;

/** An endpoint is set up so that no call can be made of it. */
public final class InvalidEndpointException extends RuntimeException {

    private final String field;

    /**
     * @param field the field that an admin has to change
     * @param reason what is wrong with it, to follow the field's name in a sentence
     */
    public InvalidEndpointException(String field, String reason) {
        super(reason);
        this.field = field;
    }

    public String field() {
        return field;
    }
}
