package org.dohyo.benchmark.imports;

import java.util.List;

import org.dohyo.benchmark.ResultModels.UnknownName;
import org.dohyo.support.FileMessages;
import org.dohyo.support.Problem;
import org.dohyo.support.UnprocessableContent;
import org.dohyo.web.Refusal;
import org.dohyo.web.Texts;

import io.quarkiverse.resteasy.problem.HttpProblem;

/** Results that can't be taken: 422 with the errors. Nothing of them was stored. */
public final class InvalidResultsException extends Refusal {

    private final int places;
    private final transient List<ImportFault> faults;
    private final transient List<UnknownName> unknown;

    /** @param faults at least one; the first hundred are kept */
    InvalidResultsException(List<ImportFault> faults) {
        this(faults, List.of());
    }

    /**
     * @param faults at least one; the first hundred are kept
     * @param unknown the names of models that some of the faults are about
     */
    InvalidResultsException(List<ImportFault> faults, List<UnknownName> unknown) {
        this.places = faults.size();
        this.faults = List.copyOf(faults.subList(0, Math.min(ImportSheet.MOST_ERRORS, faults.size())));
        this.unknown = List.copyOf(unknown);
    }

    List<ImportError> errors(BenchmarkFileMessages words, FileMessages file) {
        return faults.stream().map(fault -> fault.in(words, file)).toList();
    }

    @Override
    protected HttpProblem in(String locale) {
        BenchmarkFileMessages words = Texts.of(BenchmarkFileMessages.class, locale);
        List<ImportError> errors = errors(words, Texts.of(FileMessages.class, locale));
        ImportError first = errors.get(0);
        String detail = places == 1 ? words.nothingStored((first.place() + " " + first.reason()).strip())
                : words.nothingStoredOfMany(places);
        return HttpProblem.builder(Problem.of(new UnprocessableContent(), "invalid-import", detail, "errors", errors))
                .with("unknownModels", unknown).build();
    }
}
