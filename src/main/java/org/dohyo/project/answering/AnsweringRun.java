package org.dohyo.project.answering;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.dohyo.model.endpoint.RunState;
import org.dohyo.project.content.AskedRevisions;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** A model of the arena answers the prompts that a model of the project has no answers to. */
@Entity
@Table(name = "project_answering_run")
public class AnsweringRun {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public long projectId;

    /** The project's model, under whose name the answers stand. */
    public long answeringId;

    /** The arena's model, whose endpoint is asked. */
    public long modelId;

    public int revision;

    @Enumerated(EnumType.STRING)
    public RunState state;

    public String startedBy;

    public Instant startedAt;

    public Instant endedAt;

    @ApplicationScoped
    public static class Repository implements PanacheRepositoryBase<AnsweringRun, Long>, AskedRevisions {

        /** The last run of each model of a project, the newest first. */
        List<AnsweringRun> newest(long projectId) {
            return list("""
                    from AnsweringRun r where r.projectId = ?1 and not exists (
                        select 1 from AnsweringRun n where n.answeringId = r.answeringId and n.id > r.id)
                    order by r.id desc""", projectId);
        }

        @Override
        public List<Asked> of(Collection<Long> answering) {
            return find("""
                    select answeringId, modelId, revision from AnsweringRun where answeringId in ?1
                    group by answeringId, modelId, revision""", answering).project(Asked.class).list();
        }

        Optional<AnsweringRun> find(long projectId, long id) {
            return find("projectId = ?1 and id = ?2", projectId, id).firstResultOptional();
        }

        boolean anyRunning(Collection<Long> answering) {
            return count("answeringId in ?1 and state = ?2", answering, RunState.RUNNING) > 0;
        }

        /** Deletes those of the runs that have nothing to ask. */
        void deleteEmpty(Collection<Long> ids) {
            delete("id in ?1 and id not in (select c.runId from AnsweringCall c where c.runId in ?1)", ids);
        }

        /** Nothing changes in an archived project. */
        void cancelArchived(Instant now) {
            update("""
                    state = ?1, endedAt = ?2 where state = ?3 and projectId in (
                        select p.id from Project p where p.archivedAt is not null)""", RunState.CANCELLED, now,
                    RunState.RUNNING);
        }
    }
}
