package org.dohyo.project.judge;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.dohyo.benchmark.StoredForm;
import org.dohyo.benchmark.mtbench.JudgeVerdict;
import org.dohyo.model.endpoint.CallQueue;
import org.dohyo.model.endpoint.CallWorker;
import org.dohyo.model.endpoint.QueuedAnswer;
import org.dohyo.provider.Message;
import org.jdbi.v3.core.Jdbi;

/** The calls that judges have yet to make: planned by one statement (decision 75), settled in one transaction each. */
@ApplicationScoped
class JudgeQueue implements CallWorker.Work {

    private static final String PLAN = """
            insert into project_verdict (run_id, item_id, swapped, state)
            select :run, i.id, side.swapped, 'waiting' from project_item i
            cross join (values (false), (true)) as side (swapped)
            where i.project_id = :project and i.known is null order by i.place, side.swapped
            on conflict (run_id, item_id, swapped) do nothing""";

    private final Jdbi jdbi;
    private final CallQueue calls;
    private final JudgeRun.Repository runs;
    private final Verdict.Repository verdicts;
    private final JudgeTexts texts;
    private final Clock clock;

    JudgeQueue(Jdbi jdbi, JudgeRun.Repository runs, Verdict.Repository verdicts, JudgeTexts texts, JudgeConfig config,
            Clock clock) {
        this.jdbi = jdbi;
        this.calls = new CallQueue(jdbi, "project_judge_run", "project_verdict", config.concurrent());
        this.runs = runs;
        this.verdicts = verdicts;
        this.texts = texts;
        this.clock = clock;
    }

    CallQueue calls() {
        return calls;
    }

    /** Plans both orders of each item that isn't planned yet, in the caller's transaction; returns the new calls. */
    int plan(JudgeRun run) {
        return jdbi.withHandle(handle -> handle.createUpdate(PLAN).bind("run", run.id).bind("project", run.projectId)
                .execute());
    }

    @Override
    @Transactional
    public Map<Long, List<Message>> messages(Collection<Long> ids) {
        List<Verdict> asked = verdicts.list("id in ?1", ids);
        Map<Long, JudgeTexts.Texts> items = texts.of(asked.stream().map(one -> one.itemId).distinct().toList());
        Map<Long, String> templates = runs.list("id in ?1", asked.stream().map(one -> one.runId).distinct().toList())
                .stream().collect(Collectors.toMap(run -> run.id, run -> run.template));
        return asked.stream().collect(Collectors.toMap(one -> one.id, one -> List.of(new Message(Message.Role.USER,
                items.get(one.itemId).fill(templates.get(one.runId), one.swapped)))));
    }

    @Override
    @Transactional
    public void answered(String owner, QueuedAnswer answer) {
        claimed(owner, answer.id()).ifPresent(one -> {
            one.verdict = JudgeVerdict.of(answer.text()).orElse(null);
            one.state = one.verdict == null ? Verdict.State.UNREADABLE : Verdict.State.READ;
            one.text = StoredForm.storable(answer.text());
            one.promptTokens = answer.promptTokens();
            one.completionTokens = answer.completionTokens();
            one.settledAt = clock.instant();
        });
    }

    @Override
    @Transactional
    public void failed(String owner, long call, String reason) {
        claimed(owner, call).ifPresent(one -> {
            one.state = Verdict.State.FAILED;
            one.error = reason;
            one.settledAt = clock.instant();
        });
    }

    private Optional<Verdict> claimed(String owner, long id) {
        return verdicts.find("id = ?1 and owner = ?2 and state = ?3", id, owner, Verdict.State.RUNNING)
                .firstResultOptional();
    }
}
