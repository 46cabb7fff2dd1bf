/**
 * The chat completions protocol of OpenAI and of compatible servers. Start at
 * {@link org.dohyo.provider.openai.OpenAiCodec}. May use {@code provider.http} and the packages before it.
 */
package org.dohyo.provider.openai;
