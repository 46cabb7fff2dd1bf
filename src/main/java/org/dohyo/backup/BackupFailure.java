package org.dohyo.backup;

/** A backup or a restore that did not take place; the message is one sentence for the operator. */
public final class BackupFailure extends RuntimeException {

    BackupFailure(String sentence) {
        super(sentence);
    }

    BackupFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
