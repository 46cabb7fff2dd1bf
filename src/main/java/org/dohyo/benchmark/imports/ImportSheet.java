package org.dohyo.benchmark.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.dohyo.benchmark.Metric;
import org.dohyo.benchmark.ReadResult;
import org.dohyo.benchmark.Result;

/** Collects the results and errors of a file while it is read, and what is left out of it. */
final class ImportSheet {

    static final int MOST_ERRORS = 100;
    private static final int LONGEST_NAME = 300;

    private final boolean skipInvalid;
    private final List<ReadResult> results = new ArrayList<>();
    private final List<ImportError> errors = new ArrayList<>();
    private final List<ImportError> leftOut = new ArrayList<>();

    /** @param skipInvalid true to leave wrong records out; false to refuse a file that has any */
    ImportSheet(boolean skipInvalid) {
        this.skipInvalid = skipInvalid;
    }

    /** Adds a result if it is one: a value of NaN or ∞ is left out, such a standard error is unknown. */
    void add(ReadResult read) {
        Result result = read.result().result();
        if (!named(read.place(), "scenario", result.scenario()) || !named(read.place(), "metric", result.metric())
                || result.model() != null && !named(read.place(), "model", result.model())) {
            return;
        }
        if (!Double.isFinite(result.value())) {
            leaveOut(read.place(), "is " + result.value() + ", which is no figure");
            return;
        }
        Optional<String> reason = outside(read.benchmark().metric(result.metric()).orElseThrow(), result.value());
        Double error = result.standardError();
        if (reason.isPresent()) {
            wrong(read.place(), reason.get());
        } else if (error != null && !Double.isFinite(error)) {
            results.add(read.withoutStandardError());
        } else if (error != null && error < 0) {
            wrong(read.place(), "has the standard error " + error + ", which is none");
        } else {
            results.add(read);
        }
    }

    private boolean named(String place, String what, String name) {
        boolean good = !name.isBlank() && name.length() <= LONGEST_NAME
                && name.codePoints().noneMatch(one -> Character.isISOControl(one)
                        || Character.getType(one) == Character.SURROGATE);
        if (!good) {
            wrong(place, "the " + what + " must have 1 to " + LONGEST_NAME
                    + " characters, none of them a control character or half a one");
        }
        return good;
    }

    /** Why a value can't be one of that metric. */
    static Optional<String> outside(Metric metric, double value) {
        return metric.holds(value) ? Optional.empty()
                : Optional.of("is " + value + ", but " + metric.name() + " goes from " + bound(metric.low()) + " to "
                        + bound(metric.high()) + (metric.unit().isEmpty() ? "" : " (" + metric.unit() + ")"));
    }

    private static String bound(Double bound) {
        return bound == null ? "anything" : bound.toString();
    }

    /** A record is invalid: it rejects the file, or is left out if that was requested. */
    void wrong(String place, String reason) {
        (skipInvalid ? leftOut : errors).add(new ImportError(place, reason));
    }

    /** The file as a whole can't be read, which rejects it in any case. */
    void broken(String place, String reason) {
        errors.add(new ImportError(place, reason));
    }

    /** Leaves out a record without a figure, which never rejects the file. */
    void leaveOut(String place, String reason) {
        leftOut.add(new ImportError(place, reason));
    }

    /** True once there are so many errors that reading on is no use. */
    boolean hopeless() {
        return errors.size() >= MOST_ERRORS;
    }

    /** @throws InvalidResultsException if anything is wrong, or there is no result */
    ReadFile file() throws InvalidResultsException {
        if (errors.isEmpty() && results.isEmpty()) {
            errors.addAll(leftOut);
        }
        if (errors.isEmpty() && results.isEmpty()) {
            broken("", "the file holds no result");
        }
        if (!errors.isEmpty()) {
            throw new InvalidResultsException(errors);
        }
        return new ReadFile(results, leftOut);
    }
}
