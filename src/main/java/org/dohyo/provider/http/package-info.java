/**
 * Sends calls over HTTP for every protocol, over one client and without a thread per stream. Start at
 * {@link org.dohyo.provider.http.HttpProvider}; {@link org.dohyo.provider.http.AddressGuard} decides where requests may
 * go. A protocol is a {@link org.dohyo.provider.http.Codec}, mostly a {@link org.dohyo.provider.http.SseCodec}. May use
 * {@code provider.stream} and {@code provider}.
 */
package org.dohyo.provider.http;
