/**
 * Moderation: prompts are checked by an external endpoint before a model sees them, voters flag answers, and moderators
 * handle flagged conversations. Start at {@link org.dohyo.moderation.PromptCheck} for prompts and at
 * {@link org.dohyo.moderation.ConversationAdmin} for conversations. It stands above {@code battle} and {@code vote},
 * and implements the interfaces that {@code battle} declares for it.
 */
package org.dohyo.moderation;
