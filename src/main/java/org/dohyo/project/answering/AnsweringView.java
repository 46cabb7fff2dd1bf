package org.dohyo.project.answering;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;

/** @param runs the last one of each of the project's models that was asked, the newest first */
public record AnsweringView(List<Run> runs) {

    /**
     * @param answersAs the project's model, under whose name the answers stand
     * @param model the slug of the arena's model; {@code name} is its name
     * @param state running, finished or cancelled
     * @param prompts those that had no answer when they were planned
     * @param failures why, by frequency
     */
    public record Run(long id, String answersAs, String model, String name, String state, String startedBy,
            Instant startedAt, Instant endedAt, long prompts, long answered, long failed, long promptTokens,
            long completionTokens, List<Failure> failures) {

        /** In whole percent, rounded down. */
        @JsonProperty
        public long percent() {
            return prompts == 0 ? 100 : 100 * (answered + failed) / prompts;
        }

        /** The failures in one line. */
        @JsonIgnore
        public String reasons() {
            return failures.stream().map(failure -> failure.reason + " × " + failure.prompts)
                    .collect(Collectors.joining(", "));
        }
    }

    /** @param reason a code such as TIMEOUT_FIRST */
    public record Failure(String reason, long prompts) {
    }
}
