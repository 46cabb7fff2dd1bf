/**
 * Tokens with which programs call the interface instead of a person with a password: each has scopes and an expiry.
 * Start at {@link org.dohyo.account.token.Scope} for what a token may do and at
 * {@link org.dohyo.account.token.TokenMechanism} for how a call is recognised. Uses {@code account} and {@code web}.
 */
package org.dohyo.account.token;
