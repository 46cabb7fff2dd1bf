package org.dohyo.support;

import java.util.Optional;

/**
 * A line below the banner of a start. Not logged: logs are shipped and kept, and a notice may contain a one-time link.
 */
public interface StartNotice {

    /** Called once, when the arena is ready. */
    Optional<String> line();
}
