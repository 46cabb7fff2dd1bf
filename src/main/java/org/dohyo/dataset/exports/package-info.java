/**
 * The export of votes in the formats that training and evaluation read. Start at
 * {@link org.dohyo.dataset.exports.VoteExport}; a new format is one more
 * {@link org.dohyo.dataset.exports.ExportFormat}. Reads only views that the rooms {@code vote} and {@code battle}
 * publish.
 */
package org.dohyo.dataset.exports;
