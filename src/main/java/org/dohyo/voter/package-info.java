/**
 * Voters, who are anonymous: recognised by a cookie, asked to agree to the terms, and admitted unless banned.
 * <p>
 * Start at {@link org.dohyo.voter.Voters} for the voter of a request and at {@link org.dohyo.voter.Consents} for the
 * terms. A room that stores data of voters implements {@link org.dohyo.voter.PersonalData}. Uses {@code support},
 * {@code web} and {@code account}.
 */
package org.dohyo.voter;
