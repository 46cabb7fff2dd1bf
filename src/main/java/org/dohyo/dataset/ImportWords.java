package org.dohyo.dataset;

import java.util.List;

import org.dohyo.dataset.file.RecordFault;
import org.dohyo.dataset.format.VoteFileMessages;
import org.dohyo.support.FileMessages;
import org.dohyo.web.Texts;

/** The words of an import in the caller's language. */
record ImportWords(VoteFileMessages votes, FileMessages file) {

    static ImportWords in(String locale) {
        return new ImportWords(Texts.of(VoteFileMessages.class, locale), Texts.of(FileMessages.class, locale));
    }

    List<RecordError> errors(List<RecordFault> faults) {
        return faults.stream()
                .map(fault -> new RecordError(fault.record(), fault.field(), fault.reason().in(votes, file))).toList();
    }
}
