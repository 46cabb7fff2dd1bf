package org.dohyo.dataset;

/** Why a record can't be imported; records count from 1. */
public record RecordError(long record, String reason) {
}
