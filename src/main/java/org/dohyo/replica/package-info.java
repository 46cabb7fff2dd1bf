/**
 * The processes over one database: which are there, how one calls another, and what they count together. Start at
 * {@link org.dohyo.replica.Replicas}. Uses {@code support} and {@code web.proxy}.
 */
package org.dohyo.replica;
