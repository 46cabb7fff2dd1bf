/**
 * Files of records of any type: JSON Lines, CSV and Parquet. Start at
 * {@link org.dohyo.dataset.exports.file.ExportFile}.
 * Compression comes from {@code dataset.file}, CSV from {@code web.csv}.
 */
package org.dohyo.dataset.exports.file;
