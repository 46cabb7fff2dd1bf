package org.dohyo.project.content;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

import org.dohyo.support.FileFault;
import org.dohyo.support.FileMessages;
import org.dohyo.support.Problem;
import org.dohyo.support.UnprocessableContent;
import org.dohyo.web.Refusal;
import org.dohyo.web.Texts;

import io.quarkiverse.resteasy.problem.HttpProblem;

/** Counts the records of a file while it is read, and collects what is wrong. */
public final class UploadSheet {

    private static final int MOST_ERRORS = 100;

    private final List<Refused> refused = new ArrayList<>();
    private long records;

    private record Refused(long record, BiFunction<UploadMessages, FileMessages, String> reason) {
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
        add(new Refused(record, (words, file) -> reason.apply(words)));
    }

    /** The text of the record that has begun, or of the file, can't be read. */
    void unreadable(FileFault fault) {
        add(new Refused(records, (words, file) -> fault.in(file)));
    }

    private void add(Refused one) {
        if (refused.size() < MOST_ERRORS) {
            refused.add(one);
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
    List<UploadError> errors(UploadMessages words, FileMessages file) {
        return refused.stream().map(one -> new UploadError(one.record, one.reason.apply(words, file))).toList();
    }

    /** @throws RuntimeException 422 with the errors, if there are any; it rolls back what was stored */
    public void requireSound() {
        if (records == 0 && refused.isEmpty()) {
            wrong(UploadMessages::noRecord);
        }
        if (!refused.isEmpty()) {
            throw Refusal.in(this::problem);
        }
    }

    private HttpProblem problem(String locale) {
        UploadMessages words = Texts.of(UploadMessages.class, locale);
        return Problem.of(new UnprocessableContent(), "invalid-upload",
                isHopeless() ? words.nothingStoredOfMany(refused.size()) : words.nothingStored(refused.size()),
                "errors", errors(words, Texts.of(FileMessages.class, locale)));
    }
}
