package org.dohyo.project.answering;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.EnumeratedValue;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.dohyo.project.content.RecordedAnswer;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** A prompt in a run: its turns are asked one after another. */
@Entity
@Table(name = "project_answering_call")
public class AnsweringCall {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public long runId;

    public long promptId;

    @Enumerated(EnumType.STRING)
    public State state;

    public int attempts;

    /** No attempt begins before; null for none. */
    public Instant notBefore;

    public String owner;

    /** The answers to the first turns; none once the conversation is recorded. */
    @JdbcTypeCode(SqlTypes.JSON)
    public List<String> turns;

    public long promptTokens;

    public long completionTokens;

    /** Why it failed, as a code; null unless it did. */
    public String error;

    public Instant settledAt;

    /** What became of it. */
    public enum State {

        WAITING,
        RUNNING,
        ANSWERED,
        FAILED;

        @EnumeratedValue
        private final String label = name().toLowerCase(Locale.ROOT);

        public String label() {
            return label;
        }
    }

    /** How many prompts of a run are in a state, and what they took. */
    record Sum(long run, State state, long prompts, long promptTokens, long completionTokens) {
    }

    /** How many prompts of a run failed for a reason. */
    record Reason(long run, String code, long prompts) {
    }

    @ApplicationScoped
    public static class Repository implements PanacheRepositoryBase<AnsweringCall, Long> {

        List<Sum> sums(Collection<Long> runs) {
            return find("""
                    select runId, state, count(*), sum(promptTokens), sum(completionTokens)
                    from AnsweringCall where runId in ?1 group by runId, state""", runs).project(Sum.class).list();
        }

        List<Reason> reasons(Collection<Long> runs) {
            return find("""
                    select runId, error, count(*) from AnsweringCall where runId in ?1 and state = ?2
                    group by runId, error order by count(*) desc, error""", runs, State.FAILED)
                    .project(Reason.class).list();
        }

        /** Prompts that failed in the last run of a model of the project. */
        List<RecordedAnswer.Key> failed(Collection<Long> prompts) {
            return find("""
                    select c.promptId, r.answeringId from AnsweringCall c join AnsweringRun r on r.id = c.runId
                    where c.promptId in ?1 and c.state = ?2 and not exists (
                        select 1 from AnsweringRun n where n.answeringId = r.answeringId and n.id > r.id)""", prompts,
                    State.FAILED).project(RecordedAnswer.Key.class).list();
        }

        /** The running call, if it still belongs to that owner and its project is open. */
        Optional<AnsweringCall> claimed(String owner, long id) {
            return find("""
                    id = ?1 and owner = ?2 and state = ?3 and runId in (select r.id from AnsweringRun r
                        join Project p on p.id = r.projectId where p.archivedAt is null)""", id, owner, State.RUNNING)
                    .firstResultOptional();
        }

        /** What failed is asked again; answers to earlier turns stay. */
        void retry(long run) {
            update("""
                    state = ?1, error = null, settledAt = null, attempts = 0, notBefore = null
                    where runId = ?2 and state = ?3""", State.WAITING, run, State.FAILED);
        }
    }
}
