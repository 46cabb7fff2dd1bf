package org.dohyo.provider.stream;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import org.dohyo.provider.FinishReason;
import org.dohyo.provider.ProviderError.Kind;

/**
 * The vendors' words for why an answer ended. They are read by their parts, since servers write the same reason in many
 * ways: {@code max_tokens}, {@code MAX_TOKENS}, {@code model_length}. A word that nobody here knows is a stop.
 */
final class FinishReasons {

    /** Placeholders in chunks that end nothing. */
    private static final Set<String> NONE = Set.of("", "null", "none", "false", "finish_reason_unspecified",
            "unspecified", "in_progress", "unfinished", "not_finished");

    private FinishReasons() {
    }

    /** True for a word that says why an answer ended, rather than that it has not. */
    static boolean ends(String raw) {
        return !NONE.contains(normal(raw));
    }

    /**
     * @throws StreamFailure if the word says that the answer was broken off, so that it isn't whole
     */
    static FinishReason of(String raw) {
        String word = normal(raw);
        if (any(word, "length", "max_tok", "max_output", "max_new", "max_completion", "token_limit", "context_window",
                "error_limit") || word.equals("max")) {
            return FinishReason.LENGTH;
        }
        if (any(word, "filter", "safety", "sensitive", "refus", "recitation", "blocklist", "blocked", "prohibited",
                "spii", "guardrail", "toxic", "moderation", "language")) {
            return FinishReason.FILTERED;
        }
        if (broken(word)) {
            Kind kind = any(word, "insufficient", "overload", "unavailable") ? Kind.OVERLOADED : Kind.UPSTREAM_ERROR;
            throw new StreamFailure(kind, "the answer was broken off (it finished by " + raw + ")");
        }
        return FinishReason.STOP;
    }

    private static boolean broken(String word) {
        return any(word, "abort", "error", "insufficient", "overload", "unavailable", "pause", "malformed", "cancel",
                "interrupt", "timeout", "timed_out", "fail", "unexpected", "too_many_tool", "killed", "disconnect",
                "incomplete", "missing") || word.equals("other");
    }

    private static boolean any(String word, String... parts) {
        return Stream.of(parts).anyMatch(word::contains);
    }

    private static String normal(String raw) {
        return raw.strip().toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
    }
}
