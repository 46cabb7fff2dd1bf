/**
 * Files of records: unpacking, JSON, JSON Lines, CSV and Parquet, and what is wrong with them, one record at a time in
 * memory. Start at {@link org.dohyo.dataset.file.VoteFile}. What a record means is known to {@code dataset.format}.
 */
package org.dohyo.dataset.file;
