/**
 * Calls that come through reverse proxies: their client's address, scheme and host, read from the headers of trusted
 * proxies alone. Start at {@link org.dohyo.web.proxy.ForwardedCalls}, which everything else in the application sees the
 * call through; {@link org.dohyo.web.proxy.ForwardedChain} decides which part of the headers is to be believed.
 */
package org.dohyo.web.proxy;
