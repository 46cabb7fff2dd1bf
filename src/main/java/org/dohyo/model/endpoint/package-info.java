/**
 * How models are called: endpoints by revision, limits, health, tests, discovery of local servers. Start at
 * {@link org.dohyo.model.endpoint.Endpoints}. May use {@code model} and the rooms before it.
 */
package org.dohyo.model.endpoint;
