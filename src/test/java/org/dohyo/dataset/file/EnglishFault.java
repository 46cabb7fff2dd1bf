package org.dohyo.dataset.file;

import java.util.List;

import org.dohyo.dataset.format.VoteFileMessages;
import org.dohyo.support.EnglishWords;
import org.dohyo.support.FileMessages;

/** What is wrong with a file, in English. */
record EnglishFault(long record, String field, String reason) {

    private static final VoteFileMessages VOTES = EnglishWords.of(VoteFileMessages.class);
    private static final FileMessages FILE = EnglishWords.of(FileMessages.class);

    static EnglishFault of(RecordFault fault) {
        return new EnglishFault(fault.record(), fault.field(), fault.reason().in(VOTES, FILE));
    }

    static String of(FileTooLarge file) {
        return file.reason().in(VOTES);
    }

    static List<EnglishFault> all(List<RecordFault> faults) {
        return faults.stream().map(EnglishFault::of).toList();
    }
}
