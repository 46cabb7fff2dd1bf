package org.dohyo.web.cache;

/** The version of the published content; whatever was cached under an older one is stale. */
public interface ContentVersion {

    /** Rises each time content is published; read from memory, on every request. */
    long version();
}
