package org.dohyo.benchmark.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

import org.dohyo.benchmark.Metric;
import org.dohyo.benchmark.ReadResult;
import org.dohyo.benchmark.Result;
import org.dohyo.support.FileMessages;

/** Collects the results and errors of a file while it is read, and what is left out of it. */
final class ImportSheet {

    static final int MOST_ERRORS = 100;
    private static final int LONGEST_NAME = 300;

    private final boolean skipInvalid;
    private final List<ReadResult> results = new ArrayList<>();
    private final List<ImportFault> faults = new ArrayList<>();
    private final List<ImportFault> leftOut = new ArrayList<>();

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
        double value = result.value();
        if (!Double.isFinite(value)) {
            leaveOut(read.place(), words -> words.noFigure(value));
            return;
        }
        Metric metric = read.benchmark().metric(result.metric()).orElseThrow();
        Double error = result.standardError();
        if (!metric.holds(value)) {
            wrong(read.place(), outside(metric, value));
        } else if (error != null && !Double.isFinite(error)) {
            results.add(read.withoutStandardError());
        } else if (error != null && error < 0) {
            wrong(read.place(), words -> words.noStandardError(error));
        } else {
            results.add(read);
        }
    }

    private boolean named(String place, String what, String name) {
        boolean good = !name.isBlank() && name.length() <= LONGEST_NAME
                && name.codePoints().noneMatch(one -> Character.isISOControl(one)
                        || Character.getType(one) == Character.SURROGATE);
        if (!good) {
            wrong(place, words -> words.wrongName(what, LONGEST_NAME));
        }
        return good;
    }

    /** Why a value that the metric doesn't hold is none of it. */
    static Function<BenchmarkFileMessages, String> outside(Metric metric, double value) {
        return words -> {
            String low = metric.low() == null ? words.noLowest() : metric.low().toString();
            String high = metric.high() == null ? words.noHighest() : metric.high().toString();
            return metric.unit().isEmpty() ? words.outside(value, metric.name(), low, high)
                    : words.outsideInUnit(value, metric.name(), low, high, metric.unit());
        };
    }

    /** A record is invalid: it rejects the file, or is left out if that was requested. */
    void wrong(String place, Function<BenchmarkFileMessages, String> reason) {
        wrong(new ImportFault(place, reason));
    }

    /** As {@link #wrong(String, Function)}, for a reason in the words of {@link FileMessages}. */
    void wrong(String place, BiFunction<BenchmarkFileMessages, FileMessages, String> reason) {
        wrong(new ImportFault(place, reason));
    }

    private void wrong(ImportFault fault) {
        (skipInvalid ? leftOut : faults).add(fault);
    }

    /** The file as a whole can't be read, which rejects it in any case. */
    void broken(String place, Function<BenchmarkFileMessages, String> reason) {
        faults.add(new ImportFault(place, reason));
    }

    /** As {@link #broken(String, Function)}, for a reason in the words of {@link FileMessages}. */
    void broken(String place, BiFunction<BenchmarkFileMessages, FileMessages, String> reason) {
        faults.add(new ImportFault(place, reason));
    }

    /** Leaves out a record without a figure, which never rejects the file. */
    void leaveOut(String place, Function<BenchmarkFileMessages, String> reason) {
        leftOut.add(new ImportFault(place, reason));
    }

    /** True once there are so many errors that reading on is no use. */
    boolean hopeless() {
        return faults.size() >= MOST_ERRORS;
    }

    /** @throws InvalidResultsException if anything is wrong, or there is no result */
    ReadFile file() {
        if (faults.isEmpty() && results.isEmpty()) {
            faults.addAll(leftOut);
        }
        if (faults.isEmpty() && results.isEmpty()) {
            broken("", BenchmarkFileMessages::noResult);
        }
        if (!faults.isEmpty()) {
            throw new InvalidResultsException(faults);
        }
        return new ReadFile(results, leftOut);
    }
}
