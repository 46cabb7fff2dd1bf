package org.dohyo.provider.http;

import java.util.LinkedHashMap;
import java.util.Map;

import org.dohyo.provider.AnswerSink;
import org.dohyo.provider.Completion;
import org.dohyo.provider.ProviderError;

/**
 * Lets through only text that can be stored: U+0000, which PostgreSQL refuses, and halves of surrogate pairs without
 * their other half become U+FFFD. All that a provider sends passes here. The halves of a pair may come in two chunks.
 */
final class StorableSink implements AnswerSink {

    private static final char REPLACEMENT = '\uFFFD';

    private final AnswerSink sink;
    private final Channel text = new Channel();
    private final Channel reasoning = new Channel();

    StorableSink(AnswerSink sink) {
        this.sink = sink;
    }

    @Override
    public void text(String more) {
        String whole = text.whole(more);
        if (!whole.isEmpty()) {
            sink.text(whole);
        }
    }

    @Override
    public void reasoning(String more) {
        String whole = reasoning.whole(more);
        if (!whole.isEmpty()) {
            sink.reasoning(whole);
        }
    }

    @Override
    public void reasoningSoFar() {
        sink.reasoningSoFar();
    }

    @Override
    public void firstTokenLogprobs(Map<String, Double> logProbabilities) {
        Map<String, Double> storable = new LinkedHashMap<>();
        logProbabilities.forEach((token, chance) -> storable.merge(storable(token), chance, Math::max));
        sink.firstTokenLogprobs(storable);
    }

    @Override
    public void done(Completion completion) {
        flush();
        sink.done(new Completion(completion.finishReason(), storable(completion.rawFinishReason()),
                completion.promptTokens(), completion.completionTokens()));
    }

    @Override
    public void failed(ProviderError error) {
        flush();
        sink.failed(new ProviderError(error.kind(), storable(error.detail()), error.retryAfterSeconds()));
    }

    private void flush() {
        if (text.half != 0) {
            sink.text(String.valueOf(REPLACEMENT));
        }
        if (reasoning.half != 0) {
            sink.reasoning(String.valueOf(REPLACEMENT));
        }
    }

    /** The text with U+FFFD for every character that can't be stored; null stays null. */
    static String storable(String text) {
        if (text == null || text.chars().noneMatch(c -> c == 0 || Character.isSurrogate((char) c))) {
            return text;
        }
        StringBuilder storable = new StringBuilder(text.length());
        text.codePoints().map(c -> c == 0 || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE
                ? REPLACEMENT
                : c).forEach(storable::appendCodePoint);
        return storable.toString();
    }

    /** Holds the first half of a pair back until the next chunk. */
    private static final class Channel {

        private char half;

        String whole(String more) {
            if (more.isEmpty()) {
                return more;
            }
            String all = half == 0 ? more : half + more;
            char last = all.charAt(all.length() - 1);
            half = Character.isHighSurrogate(last) ? last : 0;
            return storable(half == 0 ? all : all.substring(0, all.length() - 1));
        }
    }
}
