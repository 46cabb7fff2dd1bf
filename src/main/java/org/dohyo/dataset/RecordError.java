package org.dohyo.dataset;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Why a record can't be imported, in the caller's language.
 *
 * @param record its number, from 1; 0 if it is the file as a whole
 * @param field the path of the field that is wrong, or null if it is the record as a whole
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RecordError(long record, String field, String reason) {
}
