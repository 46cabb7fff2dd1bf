package org.dohyo.dataset.exports;

import java.time.Instant;
import java.util.Map;

/**
 * What an export has and what it had to leave out; it stands beside the records.
 *
 * @param logSize the size of the log when the export began; later votes aren't in it
 * @param votes selected
 * @param records written; a format may make several of a vote
 * @param withoutTexts the votes that were written without texts although texts were asked for
 * @param leftOut the selected votes that the format can't carry, by reason
 */
record ExportReport(String format, String file, ExportSelection selection, Instant exportedAt, long logSize,
        long votes, long records, long withoutTexts, Map<Omission, Long> leftOut) {
}
