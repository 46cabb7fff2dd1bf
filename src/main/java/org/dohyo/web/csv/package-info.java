/**
 * Tables as CSV that spreadsheets can open safely. Start at {@link org.dohyo.web.csv.CsvTable} for records with named
 * columns, at {@link org.dohyo.web.csv.Csv} for single lines. Uses no other package.
 */
package org.dohyo.web.csv;
