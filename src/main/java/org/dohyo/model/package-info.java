/**
 * The arena's models and their revisions. Start at {@link org.dohyo.model.Model}. May use {@code provider},
 * {@code account}, {@code model.secret} and the rooms before them.
 */
package org.dohyo.model;
