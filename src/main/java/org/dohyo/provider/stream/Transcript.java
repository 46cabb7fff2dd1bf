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
    private final ThoughtSplitter splitter;
    private AnswerText text = AnswerText.plain();
    private String rawFinish;
    private boolean finished;
    private Integer promptTokens;
    private Integer completionTokens;
    private boolean ended;
    private boolean hasText;
    private boolean begun;
    private boolean hasLogprobs;
    private int length;

    /**
     * @param opensWithThought true if the answer is expected to begin within a thought, without a tag that opens it:
     *        no text is forwarded then until the thought's end is known
     */
    public Transcript(AnswerSink sink, boolean opensWithThought) {
        this.sink = sink;
        this.splitter = new ThoughtSplitter(opensWithThought, new ThoughtSplitter.Output() {

            @Override
            public void text(String text) {
                forward(text);
            }

            @Override
            public void reasoning(String text) {
                sink.reasoning(text);
            }

            @Override
            public void reasoningSoFar() {
                hasText = false;
                sink.reasoningSoFar();
            }
        });
    }

    /** Expects text of that kind from now on. */
    public void expect(AnswerText kind) {
        text = kind;
    }

    /** Text of the answer, which may have reasoning between tags. Text after an end marker means that it was none. */
    public void say(String more) {
        if (!more.isEmpty()) {
            count(more);
            begun = true;
            finished &= more.isBlank();
            splitter.feed(text.feed(more));
        }
    }

    /** Reasoning that the protocol keeps apart. */
    public void think(String text) {
        if (!text.isEmpty()) {
            count(text);
            splitter.reasoningIsApart();
            sink.reasoning(text);
        }
    }

    /** Forwards the log-probabilities of the first token, once. */
    public void firstTokenLogprobs(Map<String, Double> logProbabilities) {
        if (!hasLogprobs) {
            hasLogprobs = true;
            sink.firstTokenLogprobs(logProbabilities);
        }
    }

    /** The prompt was blocked: there is no answer. */
    public void blocked(String reason) {
        throw new StreamFailure(Kind.EMPTY, "the prompt was blocked (" + reason + ")");
    }

    /** The end marker came, unless the word is empty or a placeholder. The last one counts. */
    public void finish(String raw) {
        if (FinishReasons.ends(raw)) {
            rawFinish = raw;
            finished = true;
        }
    }

    /** Tokens as the provider counts them; null leaves what is known. */
    public void usage(Integer prompt, Integer completion) {
        promptTokens = prompt == null ? promptTokens : prompt;
        completionTokens = completion == null ? completionTokens : completion;
    }

    /** The stream's own end: nothing that follows matters, and an answer without an end marker is whole. */
    public void end() {
        ended = true;
    }

    public boolean ended() {
        return ended;
    }

    /** True once any text has come, also text that may be reasoning. */
    public boolean begun() {
        return begun;
    }

    /** True once the end marker has arrived, so that nothing that goes wrong from then on loses any text. */
    public boolean finished() {
        return finished;
    }

    /** True if text was withheld for the end of a thought that never came. */
    public boolean withheldInVain() {
        return splitter.withheldInVain();
    }

    /**
     * How the answer ended, from what has come.
     *
     * @throws StreamFailure if it isn't whole, or has no text
     */
    public Completion complete() {
        splitter.feed(text.end());
        splitter.end();
        if (!finished && !ended) {
            throw new StreamFailure(Kind.CUT_OFF, "the stream ended without a reason to finish");
        }
        FinishReason reason = rawFinish == null ? FinishReason.STOP : FinishReasons.of(rawFinish);
        if (!hasText) {
            throw new StreamFailure(Kind.EMPTY, "the answer has no text (it finished by " + rawFinish + ")");
        }
        return new Completion(reason, rawFinish, promptTokens, completionTokens);
    }

    private void forward(String text) {
        hasText |= !text.isBlank();
        sink.text(text);
    }

    private void count(String text) {
        length += text.length();
        if (length > MAX_ANSWER) {
            throw new StreamFailure(Kind.PROTOCOL, "the answer is longer than 4 MiB");
        }
    }
}
