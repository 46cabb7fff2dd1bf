/**
 * Reads the bytes of a streamed answer: framing, events, and the transcript of what has arrived. Start at
 * {@link org.dohyo.provider.stream.Transcript}. May use {@code provider}.
 */
package org.dohyo.provider.stream;
