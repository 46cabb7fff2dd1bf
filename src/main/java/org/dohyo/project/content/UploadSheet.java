package org.dohyo.project.content;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.dohyo.project.ProjectRefusal;
import org.dohyo.support.Problem;
import org.dohyo.support.UnprocessableContent;

import io.quarkiverse.resteasy.problem.HttpProblem;

/** Counts the records of a file while it is read, and collects what is wrong. */
public final class UploadSheet {

    private static final int MOST_ERRORS = 100;

    private final List<Refused> refused = new ArrayList<>();
    private long records;

    private record Refused(long record, Function<UploadMessages, String> reason) {
    }

    void begin() {
        records++;
    }

    public long records() {
        return records;
    }

    /** The record that has begun can't be stored. */
    public void wrong(Function<UploadMessages, String> reason) {
        wrong(records, reason);
    }

    public void wrong(long record, Function<UploadMessages, String> reason) {
        if (refused.size() < MOST_ERRORS) {
            refused.add(new Refused(record, reason));
        }
    }

    /** True if nothing of the file will be stored. */
    public boolean isRefused() {
        return !refused.isEmpty();
    }

    /** True once there are so many errors that reading on is no use. */
    public boolean isHopeless() {
        return refused.size() >= MOST_ERRORS;
    }

    /** What is wrong, in those words. */
    public List<UploadError> errors(UploadMessages words) {
        return refused.stream().map(one -> new UploadError(one.record, one.reason.apply(words))).toList();
    }

    /** @throws RuntimeException 422 with the errors, if there are any; it rolls back what was stored */
    public void requireSound() {
        if (records == 0 && refused.isEmpty()) {
            wrong(UploadMessages::noRecord);
        }
        if (!refused.isEmpty()) {
            throw ProjectRefusal.by(UploadMessages.class, this::problem);
        }
    }

    private HttpProblem problem(UploadMessages words) {
        return Problem.of(new UnprocessableContent(), "invalid-upload",
                isHopeless() ? words.nothingStoredOfMany(refused.size()) : words.nothingStored(refused.size()),
                "errors",
                errors(words));
    }
}
