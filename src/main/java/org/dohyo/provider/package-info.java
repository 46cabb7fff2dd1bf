/**
 * Calls a model's endpoint and streams its answer. Start at {@link org.dohyo.provider.Providers}; an
 * {@link org.dohyo.provider.Endpoint} says where and how to call. The protocols lie in the packages below. May use
 * {@code support}.
 */
package org.dohyo.provider;
