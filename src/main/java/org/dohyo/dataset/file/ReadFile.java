package org.dohyo.dataset.file;

import java.util.List;
import java.util.Map;

import org.dohyo.model.ModelLimit;

/**
 * What was read of a file.
 *
 * @param format the name of its format, or null if no record was read
 * @param records how many were read
 * @param votes how many the sink received
 * @param skipped how many records were left out
 * @param models the names of the models in the votes, by slug; at most {@link ModelLimit#MOST}
 * @param leftOut why, for the first of them
 * @param errors the first errors that refuse the file; empty if it can be stored
 */
public record ReadFile(String format, long records, long votes, long skipped, Map<String, String> models,
        List<RecordFault> leftOut,
        List<RecordFault> errors) {
}
