/**
 * The import of votes that were cast elsewhere. Start at {@link org.dohyo.dataset.VoteImport}; a new format is one more
 * {@link org.dohyo.dataset.format.VoteFormat}. Models, voters, battles and votes are stored by their own rooms'
 * {@code History…} classes.
 */
package org.dohyo.dataset;
