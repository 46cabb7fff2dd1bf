package org.dohyo.dataset.format;

/**
 * Why a file of votes, or a record of it, can't be imported, in the reader's words. Thousands are kept until a file has
 * been read, so none may hold on to more of a record than it shows.
 */
@FunctionalInterface
public interface Reason {

    String in(VoteFileMessages words);
}
