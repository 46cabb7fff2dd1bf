package org.dohyo.benchmark.runner;

/** Thrown for a file of questions that can't be read. */
public final class QuestionFileException extends RuntimeException {

    private final String place;

    /**
     * @param place the place in the file
     * @param reason the error, to follow the place in a sentence
     */
    public QuestionFileException(String place, String reason) {
        super(reason, null, false, false);
        this.place = place;
    }

    public String place() {
        return place;
    }
}
