package org.dohyo.benchmark.runner;

/** Thrown for a file of questions that can't be read. */
public final class QuestionFileException extends RuntimeException {

    private final String place;

    /**
     * @param place where in the file
     * @param reason what is wrong there, to follow the place in a sentence
     */
    public QuestionFileException(String place, String reason) {
        super(reason, null, false, false);
        this.place = place;
    }

    public String place() {
        return place;
    }
}
