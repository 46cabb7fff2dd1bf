package org.dohyo.model;

/**
 * An admin has added or changed a model; fired in the transaction that does it.
 *
 * @param version the revision that new battles are fought with
 */
public record ModelChanged(Model model, ModelRevision version) {
}
