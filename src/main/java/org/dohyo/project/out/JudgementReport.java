package org.dohyo.project.out;

import java.time.Instant;
import java.util.Map;

import org.dohyo.dataset.exports.Omission;

/**
 * What an export has and what it had to leave out; it stands beside the records.
 *
 * @param exportedAt later judgements aren't in it
 * @param judgements selected
 * @param records written; a format may make several of a judgement
 * @param leftOut the selected judgements that the format can't carry, by reason
 */
record JudgementReport(String project, String format, String file, JudgementSelection selection, Instant exportedAt,
        long judgements, long records, Map<Omission, Long> leftOut) {
}
