/**
 * The log of a project: judgements and statements as leaves of a Merkle tree of its own, by the arithmetic of
 * {@code log.tree} and signed with the key of {@code log} under a name of its own. Start at
 * {@link org.dohyo.project.log.ProjectLogGrowth}. Nothing of it is in the public log; only owners and viewers read it.
 */
package org.dohyo.project.log;
