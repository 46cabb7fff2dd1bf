package org.dohyo.provider;

/**
 * The good end of an answer.
 *
 * @param finishReason one of the closed set
 * @param rawFinishReason the provider's own word, for the admin only; may be null
 * @param promptTokens as the provider counted, or null
 * @param completionTokens as the provider counted, or null
 */
public record Completion(FinishReason finishReason, String rawFinishReason, Integer promptTokens,
        Integer completionTokens) {
}
