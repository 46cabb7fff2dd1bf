package org.dohyo.leaderboard.job;

import java.time.Instant;
import java.util.List;

import org.dohyo.vote.LogEntry;

/**
 * A batch of the job, fired after its transaction. The times are those at which its steps were done.
 *
 * @param entries the log's new ones about votes, at least one
 */
public record Pass(List<LogEntry> entries, Instant begun, Instant logged, Instant counted, Instant published) {
}
