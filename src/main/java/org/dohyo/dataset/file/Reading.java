package org.dohyo.dataset.file;

import java.time.Instant;

import org.dohyo.dataset.format.SourceKind;
import org.dohyo.dataset.format.VoteFormat;
import org.dohyo.dataset.format.VoteFormats;

/**
 * How a file is to be read.
 *
 * @param named the format of the file, or null to detect it by its first record
 * @param source who compared, or null for what the format says
 * @param skipInvalid true to leave invalid records out; false to refuse a file that has one
 * @param now the time of votes whose file has none
 */
public record Reading(VoteFormats formats, VoteFormat named, SourceKind source, boolean skipInvalid, Instant now) {
}
