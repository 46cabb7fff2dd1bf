/**
 * Traces by OpenTelemetry: from a prompt to both endpoints, and from a vote to the snapshot. Start at
 * {@link org.dohyo.traces.TurnTraces} and {@link org.dohyo.traces.VoteTraces}. Observes the rooms that it traces; none
 * of them uses it, and nothing of a trace is sent to a browser or to an endpoint.
 */
package org.dohyo.traces;
