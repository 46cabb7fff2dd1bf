package org.dohyo.model.secret;

/** The encrypted values of one room. The rotation of the secret key calls every bean of this type. */
public interface EncryptedValues {

    /**
     * Replaces each stored cipher text by {@link Secrets#reencrypt} of it, in the caller's transaction, and locks the
     * rows until its end.
     *
     * @return the number of values
     */
    int reencrypt();
}
