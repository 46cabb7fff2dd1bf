package org.dohyo.benchmark.imports;

import java.util.List;

/** Results that can't be taken; nothing of them was stored. */
public class InvalidResultsException extends Exception {

    private final transient List<ImportError> errors;

    /** @param errors at least one; the first hundred are kept */
    InvalidResultsException(List<ImportError> errors) {
        super(errors.size() == 1 ? (errors.get(0).place() + " " + errors.get(0).reason()).strip()
                : errors.size() + " places are wrong");
        this.errors = List.copyOf(errors.subList(0, Math.min(ImportSheet.MOST_ERRORS, errors.size())));
    }

    public List<ImportError> errors() {
        return errors;
    }
}
