package org.dohyo.project.content;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** A model of a project: a name that answers stand under, in the uploaded files or by the owner's choice. */
@Entity
@Table(name = "project_model")
public class AnsweringModel {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public long projectId;

    public String name;

    /** The line of checkpoints that it is a part of, or null. */
    public String line;

    /** Its place in the line, from 1; null without one. */
    public Integer revision;

    @ApplicationScoped
    public static class Repository implements PanacheRepositoryBase<AnsweringModel, Long> {

        /** In the order of their names, which says nothing about the upload. */
        public List<AnsweringModel> of(long projectId) {
            return list("projectId = ?1 order by name", projectId);
        }
    }
}
