/**
 * Everything computed from a text: language, categories, style features, name leaks, tokens. Start at
 * {@link org.dohyo.text.Categories} and {@link org.dohyo.text.StyleFeatures}. Also holds the admin's own categories.
 * May use {@code account} and the rooms before it.
 */
package org.dohyo.text;
