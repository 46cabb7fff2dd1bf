/**
 * What the log says beside the changes that people make to votes: the arena's statements about its models, plans and
 * boards ({@link org.dohyo.vote.statement.Statements}), and votes that a board can't use. May use {@code vote} and the
 * rooms before it.
 */
package org.dohyo.vote.statement;
