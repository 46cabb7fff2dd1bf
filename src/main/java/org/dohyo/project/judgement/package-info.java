/**
 * What annotators say about two answers: a preference for each criterion, a comment, and marked passages. Start at
 * {@link org.dohyo.project.judgement.Judgements}. A judgement is stored once, in the transaction that ends its
 * reservation.
 */
package org.dohyo.project.judgement;
