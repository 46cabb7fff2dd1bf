package org.dohyo.benchmark;

/** A file of questions can't be read. */
final class QuestionFileException extends RuntimeException {

    private final String place;

    /**
     * @param place where in the file
     * @param reason what is wrong there, to follow the place in a sentence
     */
    QuestionFileException(String place, String reason) {
        super(reason, null, false, false);
        this.place = place;
    }

    String place() {
        return place;
    }
}
