/**
 * Encrypts and rotates stored keys. Start at {@link org.dohyo.model.secret.Secrets}; rooms with encrypted values
 * implement {@link org.dohyo.model.secret.EncryptedValues}, by which a rotation reaches them. May use {@code account}
 * and the rooms before it.
 */
package org.dohyo.model.secret;
