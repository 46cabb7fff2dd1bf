package org.dohyo.project.log;

/** What an entry of a project's log says. */
enum EntryKind {
    /** A judgement was given. */
    JUDGE,
    /** The judgements of an annotator don't count from here on; they stay in the log as they are. */
    LEAVE_OUT,
    /** They count again. */
    RESTORE
}
