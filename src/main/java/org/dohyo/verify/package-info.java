/**
 * Verifies an arena from outside, without its database: signatures, tree, receipts, and each published board recomputed
 * from the entries of the log. Start at {@link org.dohyo.verify.Verification}; {@link org.dohyo.verify.Leaf} says what
 * an entry means. {@link org.dohyo.verify.Witness} co-signs what was verified. What an arena sends is taken as hostile.
 */
package org.dohyo.verify;
