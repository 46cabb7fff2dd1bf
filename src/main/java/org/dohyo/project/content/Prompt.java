package org.dohyo.project.content;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** What the models of a project were asked. */
@Entity
@Table(name = "project_prompt")
public class Prompt {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public long projectId;

    /** The id in the uploaded file. */
    public String key;

    /** What the user says in each turn. */
    @JdbcTypeCode(SqlTypes.JSON)
    public List<String> turns;

    /** A prompt by its key alone. */
    public record Named(long id, String key) {
    }

    @ApplicationScoped
    public static class Repository implements PanacheRepositoryBase<Prompt, Long> {

        public List<Prompt> page(long projectId, int page, int size) {
            return find("projectId = ?1 order by id", projectId).page(page, size).list();
        }

        public Optional<Prompt> findByKey(long projectId, String key) {
            return find("projectId = ?1 and key = ?2", projectId, key).firstResultOptional();
        }

        public List<Named> keys(Collection<Long> ids) {
            return find("select id, key from Prompt where id in ?1", ids).project(Named.class).list();
        }

        public long countOf(long projectId) {
            return count("projectId", projectId);
        }
    }
}
