/**
 * Endpoints of the arena's models answer a project's prompts ahead, in the background. Start at
 * {@link org.dohyo.project.answering.AnsweringRuns}; {@link org.dohyo.project.answering.AnsweringQueue} says what is
 * asked and what becomes of an answer, by {@code model.endpoint.CallWorker}. A whole conversation becomes a recorded
 * answer of {@code project.content}.
 */
package org.dohyo.project.answering;
