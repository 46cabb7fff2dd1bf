package org.dohyo.web.cache;

/** The version of the published content; anything cached under an older version is stale. */
public interface ContentVersion {

    /** Rises each time content is published; read from memory, on every request. */
    long version();
}
