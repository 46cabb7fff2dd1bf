package org.dohyo.project.content;

/**
 * Why a file can't be stored.
 *
 * @param record its number in the file, from 1; 0 for the file as a whole
 * @param reason continues a sentence that begins with the record
 */
public record UploadError(long record, String reason) {
}
