package org.dohyo.project.content;

import java.util.Collection;
import java.util.List;

/** Which models of the arena answered under a project's names; implemented by whoever asks them. */
public interface AskedRevisions {

    /**
     * A revision of a model of the arena.
     *
     * @param answering the project's model, under whose name the answers stand
     * @param model the arena's model
     */
    record Asked(long answering, long model, int revision) {
    }

    /** Those that were asked for the answers of these models of projects, in the caller's transaction. */
    List<Asked> of(Collection<Long> answering);
}
