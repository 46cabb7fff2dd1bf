/**
 * Evidence that the vote log is whole. Start at {@link org.dohyo.integrity.LogMemory}. Uses {@code support},
 * {@code account} and {@code vote}.
 */
package org.dohyo.integrity;
