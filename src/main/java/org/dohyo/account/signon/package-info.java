/**
 * Sign-on by an OpenID Connect provider, beside the local password: the provider says who somebody is and in which
 * groups, and the person gets an ordinary session. Start at {@link org.dohyo.account.signon.SignOnResource}. Uses
 * {@code account} and {@code web}.
 */
package org.dohyo.account.signon;
