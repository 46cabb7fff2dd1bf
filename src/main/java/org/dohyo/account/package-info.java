/**
 * Accounts of the desk: sign-in by session cookie or HTTP Basic, roles, users, and the audit trail of all changes.
 * <p>
 * Start at {@link org.dohyo.account.SignInMechanism} for authentication, at {@link org.dohyo.account.Role} for rights,
 * at {@link org.dohyo.account.Audit} to record a change. Uses {@code support} and {@code web}.
 */
package org.dohyo.account;
