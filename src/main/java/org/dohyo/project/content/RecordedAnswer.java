package org.dohyo.project.content;

import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** What a model of a project answered to a prompt. */
@Entity
@Table(name = "project_answer")
@IdClass(RecordedAnswer.Key.class)
public class RecordedAnswer {

    @Id
    public long promptId;

    @Id
    public long modelId;

    /** One answer for each turn of the prompt. */
    @JdbcTypeCode(SqlTypes.JSON)
    public List<String> turns;

    /** The prompt and the model. */
    public record Key(long promptId, long modelId) implements Serializable {
    }

    @ApplicationScoped
    public static class Repository implements PanacheRepositoryBase<RecordedAnswer, RecordedAnswer.Key> {

        /** Which model answered which of the prompts. */
        public List<Key> present(Collection<Long> prompts) {
            return find("select promptId, modelId from RecordedAnswer where promptId in ?1", prompts)
                    .project(Key.class).list();
        }

        /** All answers of a project by their keys, by prompt. */
        public List<Key> presentIn(long projectId) {
            return find("""
                    select a.promptId, a.modelId from RecordedAnswer a join Prompt p on p.id = a.promptId
                    where p.projectId = ?1 order by a.promptId, a.modelId""", projectId).project(Key.class).list();
        }

        public long countIn(long projectId) {
            return count("promptId in (select p.id from Prompt p where p.projectId = ?1)", projectId);
        }

        /** The answers that the items show. */
        public List<RecordedAnswer> of(Collection<Long> items) {
            return list("""
                    select a from RecordedAnswer a join Item i on i.promptId = a.promptId
                    and (a.modelId = i.modelA or a.modelId = i.modelB) where i.id in ?1""", items);
        }

        public List<RecordedAnswer> to(long promptId) {
            return list("promptId", promptId);
        }

        public Optional<RecordedAnswer> findAnswer(long promptId, long modelId) {
            return findByIdOptional(new Key(promptId, modelId));
        }
    }
}
