package org.dohyo.model.endpoint;

/**
 * A call that a worker has claimed from a {@link CallQueue}.
 *
 * @param attempts this one included
 * @param revision of the model
 */
public record ClaimedCall(long id, long run, int attempts, long model, int revision) {
}
