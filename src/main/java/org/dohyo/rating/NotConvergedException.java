package org.dohyo.rating;

/** A fit that did not reach its optimum; its numbers must not be published. */
public class NotConvergedException extends RuntimeException {

    NotConvergedException(String message) {
        super(message);
    }
}
