/**
 * Anthropic's Messages protocol. Start at {@link org.dohyo.provider.anthropic.AnthropicCodec}. May use
 * {@code provider.http} and the packages before it.
 */
package org.dohyo.provider.anthropic;
