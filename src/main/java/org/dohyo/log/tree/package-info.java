/**
 * The arithmetic of a transparency log, in plain Java: Merkle trees and proofs (RFC 9162), tiles, signed notes,
 * checkpoints and proofs as texts (C2SP). Start at {@link org.dohyo.log.tree.Tree} to make proofs and at
 * {@link org.dohyo.log.tree.InclusionProof} to verify them. Uses no other package, no framework and no database.
 */
package org.dohyo.log.tree;
