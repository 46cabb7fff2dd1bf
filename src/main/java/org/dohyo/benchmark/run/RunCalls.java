package org.dohyo.benchmark.run;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.dohyo.benchmark.runner.RunItemKind;

import com.fasterxml.jackson.annotation.JsonIgnore;

/** Every prompt, answer and judgement of a run, word for word. */
@ApplicationScoped
public class RunCalls {

    /** Calls per page. */
    public static final int PAGE = 50;

    private final BenchmarkItem.Repository items;

    RunCalls(BenchmarkItem.Repository items) {
        this.items = items;
    }

    /** One message of a prompt. */
    public record Sent(String role, String content) {
    }

    /**
     * A started call.
     *
     * @param question from 1
     * @param kind {@code answer}, {@code grade}, {@code compare} or {@code choice}
     * @param model a slug; so is {@code opponent}
     * @param prompt as it was sent; empty if nothing was
     */
    public record Call(long id, int question, int turn, String kind, String model, String opponent, ItemState state,
            List<Sent> prompt, String text, Double score, String verdict, String method, String errorKind,
            String errorDetail) {

        public Call(Long id, Integer question, Integer turn, RunItemKind kind, String model, String opponent,
                ItemState state,
                List<Sent> prompt, String text, Double score, String verdict, String method, String errorKind,
                String errorDetail) {
            this(id, question, turn, kind.name().toLowerCase(Locale.ROOT), model, opponent, state,
                    prompt == null ? List.of() : prompt, text, score, verdict, method, errorKind, errorDetail);
        }

        @JsonIgnore
        public boolean isRunning() {
            return state == ItemState.RUNNING;
        }
    }

    /**
     * A page of the started calls, in their order.
     *
     * @param after the id of the last call of the page before; 0 for the first page
     * @param state null for all
     * @param model the slug of a model; null for all
     */
    @Transactional
    public List<Call> of(UUID run, long after, ItemState state, String model) {
        return items.begun(run, after, state == null ? ItemState.BEGUN : List.of(state), model, PAGE);
    }
}
