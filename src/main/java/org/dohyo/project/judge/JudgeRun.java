package org.dohyo.project.judge;

import java.time.Instant;
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

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** A model judges the items of a project that were planned when it began. */
@Entity
@Table(name = "project_judge_run")
public class JudgeRun {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public long projectId;

    public long modelId;

    public int revision;

    public String template;

    @Enumerated(EnumType.STRING)
    public RunState state;

    /** The endpoint asked for a pause; no call begins before. */
    public Instant notBefore;

    public String startedBy;

    public Instant startedAt;

    public Instant endedAt;

    @ApplicationScoped
    public static class Repository implements PanacheRepositoryBase<JudgeRun, Long> {

        Optional<JudgeRun> newest(long projectId) {
            return find("projectId = ?1 order by id desc", projectId).firstResultOptional();
        }
    }
}
