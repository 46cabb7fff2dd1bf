/**
 * Protocols of models that know no conversation and continue a text: it is written by a
 * {@link org.dohyo.provider.text.PromptTemplate}. May use {@code provider.openai} and the packages before it.
 */
package org.dohyo.provider.text;
