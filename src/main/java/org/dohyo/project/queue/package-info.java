/**
 * What is judged next: the plan of items, and the queue that gives them to annotators. Start at
 * {@link org.dohyo.project.queue.Queue}; {@link org.dohyo.project.queue.PairBlocks} is the plan's plain arithmetic. No
 * item is ever given to more people than wanted, and none to the same person twice, except to see whether the second
 * judgement is as the first.
 */
package org.dohyo.project.queue;
