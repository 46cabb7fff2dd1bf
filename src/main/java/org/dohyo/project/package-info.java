/**
 * Projects: closed arenas with their own prompts, recorded answers, people, criteria and board. Start at
 * {@link org.dohyo.project.Project}; the sub-rooms follow one another as the work does: people, content, queue,
 * judgement, board, out, then the interface and the pages. Nothing of a project enters the public log, counts or
 * boards.
 */
package org.dohyo.project;
