package org.dohyo.benchmark.imports;

import java.util.List;

import org.dohyo.benchmark.ResultModels.UnknownName;

/** Results that can't be taken; nothing of them was stored. */
public class InvalidResultsException extends Exception {

    private final transient List<ImportError> errors;
    private final transient List<UnknownName> unknown;

    /** @param errors at least one; the first hundred are kept */
    InvalidResultsException(List<ImportError> errors) {
        this(errors, List.of());
    }

    /**
     * @param errors at least one; the first hundred are kept
     * @param unknown the names of models that some of the errors are about
     */
    InvalidResultsException(List<ImportError> errors, List<UnknownName> unknown) {
        super(errors.size() == 1 ? (errors.get(0).place() + " " + errors.get(0).reason()).strip()
                : errors.size() + " places are wrong");
        this.errors = List.copyOf(errors.subList(0, Math.min(ImportSheet.MOST_ERRORS, errors.size())));
        this.unknown = List.copyOf(unknown);
    }

    /** The names of models that aren't known here; empty if that is not what is wrong. */
    public List<UnknownName> unknown() {
        return unknown;
    }

    public List<ImportError> errors() {
        return errors;
    }
}
