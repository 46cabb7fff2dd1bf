/**
 * The boards of a project: strengths by each criterion, computed in the background from the project's log, lines of
 * checkpoints, and the question whether one model is better than another. Start at
 * {@link org.dohyo.project.board.BoardFit} for the figures and {@link org.dohyo.project.board.ModelComparisons}.
 */
package org.dohyo.project.board;
