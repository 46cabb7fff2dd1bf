package org.dohyo.model;

/**
 * Answers of one room that belong to a model's revision. While no bean of this type has any, a revision may still be
 * changed in place.
 */
public interface ModelUse {

    /** True if the model has been called to answer or judge, in the caller's transaction. */
    boolean uses(long modelId);
}
