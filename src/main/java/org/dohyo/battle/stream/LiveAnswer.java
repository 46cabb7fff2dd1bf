package org.dohyo.battle.stream;

import java.util.List;
import java.util.Optional;

import org.dohyo.battle.Answer;
import org.dohyo.battle.AnswerState;
import org.dohyo.battle.Side;
import org.dohyo.battle.stream.BattleView.SideView;
import org.dohyo.provider.AnswerSink;
import org.dohyo.provider.AnswerStream;
import org.dohyo.provider.Completion;
import org.dohyo.provider.Message;
import org.dohyo.provider.ProviderError;

/** One side's answer while its stream runs on this replica. Thread-safe. */
public final class LiveAnswer implements AnswerSink {

    /** How long it is tried to store an end while the database can't be reached: longer than a failover takes. */
    private static final long STORED_WITHIN_MILLIS = 60_000;
    private static final long STORED_AGAIN_MILLIS = 1_000;

    private final int turn;
    private final Side side;
    private final int attempt;
    private final List<Message> conversation;
    private final long begun = System.nanoTime();
    private Pacer pacer = new Pacer();
    private final StringBuilder reasoning = new StringBuilder();
    private AnswerStream stream;
    private Completion completion;
    private ProviderError error;
    private boolean stopped;
    private boolean silent;
    private boolean settling;
    private long unstoredSince = -1;
    private long storedNotBefore;
    private AnswerState settled = AnswerState.STREAMING;
    private Integer firstTextMillis;
    private Integer totalMillis;

    LiveAnswer(int turn, Side side, int attempt, List<Message> conversation) {
        this.conversation = conversation;
        this.turn = turn;
        this.side = side;
        this.attempt = attempt;
    }

    /** A new answer for the same side from another model; to the voter it looks like a longer wait. */
    LiveAnswer anew() {
        return new LiveAnswer(turn, side, attempt, conversation);
    }

    /** The conversation before this answer, ending with the prompt. */
    List<Message> conversation() {
        return conversation;
    }

    synchronized void runs(AnswerStream running) {
        stream = running;
        if (stopped || error != null) {
            running.cancel();
        }
    }

    @Override
    public synchronized void text(String text) {
        if (firstTextMillis == null) {
            firstTextMillis = (int) millis();
        }
        pacer.arrive(text);
    }

    @Override
    public synchronized void reasoning(String text) {
        reasoning.append(text);
    }

    /** Where some of it was already shown, the answer fails: the next attempt withholds such text from the start. */
    @Override
    public synchronized void reasoningSoFar() {
        boolean shown = !pacer.readable().isEmpty();
        reasoning.append(pacer.all());
        pacer = new Pacer();
        pacer.advance(millis());
        firstTextMillis = null;
        if (shown) {
            failed(new ProviderError(ProviderError.Kind.PROTOCOL,
                    "reasoning that no tag opened was shown as text; from now on text of this endpoint is withheld"
                            + " until its reasoning ends",
                    null));
            silent = false;
            if (stream != null) {
                stream.cancel();
            }
        }
    }

    @Override
    public synchronized void done(Completion good) {
        if (pacer.empty()) {
            failed(new ProviderError(ProviderError.Kind.EMPTY, "the answer had no text", null));
            return;
        }
        completion = good;
        totalMillis = (int) millis();
        pacer.end();
    }

    /** Text received before the failure is released at its pace, so that no chunk of it can be recognised. */
    @Override
    public synchronized void failed(ProviderError bad) {
        error = bad;
        totalMillis = (int) millis();
        pacer.end();
        silent = pacer.readable().isEmpty();
    }

    /** Ends the answer with what its voter has seen, and cancels the provider's call. */
    public synchronized void stop() {
        if (stopped || completion != null && pacer.drained()) {
            return;
        }
        pacer.cut();
        if (error == null) {
            stopped = true;
            completion = null;
            totalMillis = (int) millis();
        }
        if (stream != null) {
            stream.cancel();
        }
    }

    /** Advances to the present. Returns true once: when all text has been released and the end must be stored. */
    synchronized boolean tick() {
        pacer.advance(millis());
        if (settling || millis() < storedNotBefore || !(stopped || silent || over() && pacer.drained())) {
            return false;
        }
        settling = true;
        return true;
    }

    private boolean over() {
        return error != null || completion != null;
    }

    /** Claims the end for a caller that stores it itself. */
    synchronized void claim() {
        settling = true;
    }

    /** Marks the end as stored; the view shows it from now on. */
    synchronized void settle(AnswerState state) {
        settled = state;
    }

    /** The end could not be stored. Returns whether it is to be tried again; {@link #tick} says when. */
    synchronized boolean postpone() {
        if (unstoredSince < 0) {
            unstoredSince = millis();
        }
        settling = millis() - unstoredSince > STORED_WITHIN_MILLIS;
        storedNotBefore = millis() + STORED_AGAIN_MILLIS;
        return !settling;
    }

    /** The error, if the answer failed before any text was sent. */
    synchronized Optional<ProviderError> silentFailure() {
        return silent && !stopped ? Optional.ofNullable(error) : Optional.empty();
    }

    /** No other model takes the side: its text, if any came, is released, and then the failure is stored. */
    synchronized boolean endsSilently() {
        silent = false;
        settling = pacer.drained();
        return settling;
    }

    synchronized boolean streaming() {
        return settled == AnswerState.STREAMING;
    }

    synchronized SideView view() {
        String finish = completion == null ? null : completion.finishReason().label();
        return new SideView(attempt, settled, pacer.readable(), finish, error == null || error.kind().retryable());
    }

    /** Writes the end into the stored answer. */
    synchronized void store(Answer answer) {
        answer.text = pacer.all();
        answer.reasoning = reasoning.toString();
        answer.firstTextMillis = firstTextMillis;
        answer.totalMillis = totalMillis;
        answer.end(state());
        if (completion != null) {
            answer.finishReason = completion.finishReason().label();
            answer.rawFinishReason = completion.rawFinishReason();
            answer.promptTokens = completion.promptTokens();
            answer.completionTokens = completion.completionTokens();
        }
        if (error != null) {
            answer.errorKind = error.kind().name();
            answer.errorDetail = error.detail();
        }
    }

    private AnswerState state() {
        if (stopped) {
            return AnswerState.STOPPED;
        }
        return completion != null ? AnswerState.DONE : AnswerState.FAILED;
    }

    public int turn() {
        return turn;
    }

    public Side side() {
        return side;
    }

    public int attempt() {
        return attempt;
    }

    private long millis() {
        return (System.nanoTime() - begun) / 1_000_000;
    }
}
