package org.dohyo.project.answering;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.dohyo.benchmark.StoredForm;
import org.dohyo.model.endpoint.CallQueue;
import org.dohyo.model.endpoint.CallWorker;
import org.dohyo.model.endpoint.QueuedAnswer;
import org.dohyo.model.endpoint.RunState;
import org.dohyo.project.content.AnswerRecording;
import org.dohyo.project.content.Prompt;
import org.dohyo.provider.Message;
import org.jdbi.v3.core.Jdbi;

/** The prompts that models have yet to answer, and what becomes of an answer. */
@ApplicationScoped
class AnsweringQueue implements CallWorker.Work {

    private static final String PLAN = """
            insert into project_answering_call (run_id, prompt_id, state)
            select r.id, p.id, 'waiting' from project_answering_run r
            join project_prompt p on p.project_id = r.project_id
            where r.id = any(:runs) and not exists (
                select from project_answer a where a.prompt_id = p.id and a.model_id = r.answering_id)
            order by r.id, p.id on conflict (run_id, prompt_id) do nothing""";

    private final Jdbi jdbi;
    private final CallQueue queue;
    private final AnsweringRun.Repository runs;
    private final AnsweringCall.Repository calls;
    private final Prompt.Repository prompts;
    private final AnswerRecording recording;
    private final Clock clock;

    AnsweringQueue(Jdbi jdbi, AnsweringRun.Repository runs, AnsweringCall.Repository calls,
            Prompt.Repository prompts, AnswerRecording recording, AnsweringConfig config, Clock clock) {
        this.jdbi = jdbi;
        this.queue = new CallQueue(jdbi, "project_answering_run", "project_answering_call", config.concurrent());
        this.runs = runs;
        this.calls = calls;
        this.prompts = prompts;
        this.recording = recording;
        this.clock = clock;
    }

    CallQueue calls() {
        return queue;
    }

    /**
     * Plans each prompt that has no answer and isn't planned yet, in the caller's transaction; returns the new ones.
     */
    int plan(Collection<Long> of) {
        return jdbi.withHandle(handle -> handle.createUpdate(PLAN).bindArray("runs", Long.class, of).execute());
    }

    /** Each conversation as far as it has come, with the next turn. Archived projects are asked nothing. */
    @Override
    @Transactional
    public Map<Long, List<Message>> messages(Collection<Long> ids) {
        runs.cancelArchived(clock.instant());
        List<AnsweringCall> asked = calls.list("""
                id in ?1 and runId in (select r.id from AnsweringRun r where r.state = ?2)""", ids,
                RunState.RUNNING);
        Map<Long, Prompt> byId = prompts.list("id in ?1", asked.stream().map(one -> one.promptId).distinct().toList())
                .stream().collect(Collectors.toMap(prompt -> prompt.id, Function.identity()));
        return asked.stream().collect(
                Collectors.toMap(one -> one.id, one -> conversation(byId.get(one.promptId).turns, one.turns)));
    }

    private static List<Message> conversation(List<String> asked, List<String> answered) {
        List<Message> messages = new ArrayList<>();
        for (int turn = 0; turn < answered.size(); turn++) {
            messages.add(new Message(Message.Role.USER, asked.get(turn)));
            messages.add(new Message(Message.Role.ASSISTANT, answered.get(turn)));
        }
        messages.add(new Message(Message.Role.USER, asked.get(answered.size())));
        return messages;
    }

    /** The conversation goes on with its next turn, or is recorded whole; in an archived project neither. */
    @Override
    @Transactional
    public void answered(String owner, QueuedAnswer answer) {
        calls.claimed(owner, answer.id()).ifPresentOrElse(one -> {
            List<String> turns = new ArrayList<>(one.turns);
            turns.add(StoredForm.storable(answer.text()));
            one.promptTokens += known(answer.promptTokens());
            one.completionTokens += known(answer.completionTokens());
            one.owner = null;
            one.attempts = 0;
            if (turns.size() < prompts.findById(one.promptId).turns.size()) {
                one.state = AnsweringCall.State.WAITING;
                one.turns = turns;
            } else {
                recording.record(one.promptId, runs.findById(one.runId).answeringId, turns);
                one.state = AnsweringCall.State.ANSWERED;
                one.turns = List.of();
                one.settledAt = clock.instant();
            }
        }, () -> runs.cancelArchived(clock.instant()));
    }

    private static int known(Integer tokens) {
        return tokens == null ? 0 : tokens;
    }

    @Override
    @Transactional
    public void failed(String owner, long call, String reason) {
        calls.claimed(owner, call).ifPresent(one -> {
            one.state = AnsweringCall.State.FAILED;
            one.owner = null;
            one.error = reason;
            one.settledAt = clock.instant();
        });
    }
}
