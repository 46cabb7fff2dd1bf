package org.dohyo.provider;

import java.util.List;

/** An endpoint is set up so that no call can be made of it. */
public final class InvalidEndpointException extends RuntimeException {

    private final String field;
    private final transient Fault fault;
    private final transient List<String> details;

    /** What is wrong with a field, to follow its name in a sentence. */
    public enum Fault {
        MISSING("is required"),
        NO_REGION("must have a region, or baseUrl must be given"),
        NO_KEYS("must have accessKeyId, secretAccessKey and region"),
        NO_GENERATOR("must be the name of a scripted generator"),
        NOT_JSON("can't be written as JSON"),
        NO_TEXT("must have a text as %s"),
        NO_OBJECT("must have an object as %s"),
        NO_PAYLOAD("must have chat or inputs as %s"),
        SAMPLING("must leave out temperature, top_p and top_k, or have \"api_version\": \"%s\""),
        NO_TEXT_OF_TEMPLATE("must have a text as %s of a template"),
        NO_PROMPT("must have {prompt} in the turn of template, or one of %s as template"),
        UNKNOWN_PLACE("must not have %s in the %s of template, where only %s can be replaced");

        private final String english;

        Fault(String english) {
            this.english = english;
        }
    }

    /**
     * @param field the field that an admin has to change
     * @param details what the fault names, in the order of its English sentence
     */
    public InvalidEndpointException(String field, Fault fault, String... details) {
        super(fault.english.formatted((Object[]) details));
        this.field = field;
        this.fault = fault;
        this.details = List.of(details);
    }

    public String field() {
        return field;
    }

    public Fault fault() {
        return fault;
    }

    public List<String> details() {
        return details;
    }
}
