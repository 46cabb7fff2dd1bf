/**
 * Google's Gemini protocol. Start at {@link org.dohyo.provider.gemini.GeminiCodec}. May use {@code provider.http} and
 * the packages before it.
 */
package org.dohyo.provider.gemini;
