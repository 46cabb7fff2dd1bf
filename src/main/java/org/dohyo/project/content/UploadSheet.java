package org.dohyo.project.content;

import java.util.ArrayList;
import java.util.List;

import org.dohyo.support.Problem;
import org.dohyo.support.UnprocessableContent;

/** Counts the records of a file while it is read, and collects what is wrong. */
public final class UploadSheet {

    private static final int MOST_ERRORS = 100;

    private final List<UploadError> errors = new ArrayList<>();
    private long records;

    void begin() {
        records++;
    }

    public long records() {
        return records;
    }

    /** The record that has begun can't be stored. */
    public void wrong(String reason) {
        wrong(records, reason);
    }

    public void wrong(long record, String reason) {
        if (errors.size() < MOST_ERRORS) {
            errors.add(new UploadError(record, reason));
        }
    }

    /** True if nothing of the file will be stored. */
    public boolean isRefused() {
        return !errors.isEmpty();
    }

    /** True once there are so many errors that reading on is no use. */
    public boolean isHopeless() {
        return errors.size() >= MOST_ERRORS;
    }

    /** @throws RuntimeException 422 with the errors, if there are any; it rolls back what was stored */
    public void requireSound() {
        if (records == 0 && errors.isEmpty()) {
            wrong("the file holds no record");
        }
        if (!errors.isEmpty()) {
            throw Problem.of(new UnprocessableContent(), "invalid-upload",
                    "Nothing was stored: " + errors.size() + (isHopeless() ? " or more" : "") + " errors.", "errors",
                    errors);
        }
    }
}
