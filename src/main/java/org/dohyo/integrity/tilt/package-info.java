/**
 * The arithmetic of suspicion, plain Java: how far the votes of one voter, or of one group, lean from what everyone
 * else's votes let expect. Start at {@link org.dohyo.integrity.tilt.Evidence}. Uses {@code rating} alone.
 */
package org.dohyo.integrity.tilt;
