package org.dohyo.provider.stream;

import java.util.Map;

import org.dohyo.provider.AnswerSink;
import org.dohyo.provider.Completion;
import org.dohyo.provider.FinishReason;
import org.dohyo.provider.ProviderError.Kind;

/**
 * One answer as received so far: forwards its text, enforces its bound, and knows how it ended. Never ends the sink
 * itself.
 */
public final class Transcript {

    static final int MAX_ANSWER = 4 << 20;

    private final AnswerSink sink;
    private final ThinkSplitter splitter = new ThinkSplitter(this::text, this::think);
    private FinishReason finish;
    private String rawFinish;
    private Integer promptTokens;
    private Integer completionTokens;
    private boolean ended;
    private boolean hasText;
    private boolean begun;
    private int length;

    public Transcript(AnswerSink sink) {
        this.sink = sink;
    }

    public void say(String text) {
        splitter.feed(text);
    }

    public void think(String text) {
        if (!text.isEmpty()) {
            count(text);
            sink.reasoning(text);
        }
    }

    public void beginnings(Map<String, Double> logProbabilities) {
        if (!begun) {
            begun = true;
            sink.beginnings(logProbabilities);
        }
    }

    /** The end marker came. The first one counts. */
    public void finish(String raw, FinishReason reason) {
        if (finish == null) {
            rawFinish = raw;
            finish = reason;
        }
    }

    /** Tokens as the provider counts them; null leaves what is known. */
    public void usage(Integer prompt, Integer completion) {
        promptTokens = prompt == null ? promptTokens : prompt;
        completionTokens = completion == null ? completionTokens : completion;
    }

    /** Nothing that follows matters. */
    public void end() {
        ended = true;
    }

    public boolean ended() {
        return ended;
    }

    /** True once the end marker has arrived, so that a lost connection loses no text. */
    public boolean finished() {
        return finish != null;
    }

    /** How the answer ended, from what has come. */
    public Completion complete() {
        splitter.end();
        if (finish == null) {
            throw new StreamFailure(Kind.CUT_OFF, "the stream ended without a reason to finish");
        }
        if (!hasText) {
            throw new StreamFailure(Kind.EMPTY, "the answer has no text (it finished by " + rawFinish + ")");
        }
        return new Completion(finish, rawFinish, promptTokens, completionTokens);
    }

    private void text(String text) {
        if (!text.isEmpty()) {
            count(text);
            hasText |= !text.isBlank();
            sink.text(text);
        }
    }

    private void count(String text) {
        length += text.length();
        if (length > MAX_ANSWER) {
            throw new StreamFailure(Kind.PROTOCOL, "the answer is longer than 4 MiB");
        }
    }
}
