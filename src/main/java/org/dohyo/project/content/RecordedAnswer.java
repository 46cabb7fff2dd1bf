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

    /** The words by which it names its own model; empty if it names none, null until it has been searched. */
    public String ownName;

    boolean namesItself() {
        return ownName != null && !ownName.isEmpty();
    }

    /** The prompt and the model. */
    public record Key(long promptId, long modelId) implements Serializable {
    }

    /** An answer that names its own model, and by which words. */
    public record Naming(long promptId, long modelId, String words) {

        Key key() {
            return new Key(promptId, modelId);
        }
    }

    /**
     * How many of a model's answers name it.
     *
     * @param answers all of the model
     */
    public record NamingModel(String model, long naming, long answers) {
    }

    @ApplicationScoped
    public static class Repository implements PanacheRepositoryBase<RecordedAnswer, RecordedAnswer.Key> {

        /** Which model answered which of the prompts. */
        public List<Key> present(Collection<Long> prompts) {
            return find("select promptId, modelId from RecordedAnswer where promptId in ?1", prompts)
                    .project(Key.class).list();
        }

        /** The answers of a project that can be compared blindly, by their keys, by prompt. */
        public List<Key> blindIn(long projectId) {
            return find("""
                    select a.promptId, a.modelId from RecordedAnswer a join Prompt p on p.id = a.promptId
                    where p.projectId = ?1 and (a.ownName is null or a.ownName = '') order by a.promptId, a.modelId""",
                    projectId).project(Key.class).list();
        }

        /** The answers to the prompts that name their own model. */
        public List<Naming> naming(Collection<Long> prompts) {
            return find("""
                    select promptId, modelId, ownName from RecordedAnswer
                    where promptId in ?1 and ownName <> ''""", prompts).project(Naming.class).list();
        }

        /** The models of a project that some of their answers name, by name. */
        public List<NamingModel> namingModels(long projectId) {
            return find("""
                    select m.name, count(a.promptId),
                        (select count(b.promptId) from RecordedAnswer b where b.modelId = m.id)
                    from RecordedAnswer a join AnsweringModel m on m.id = a.modelId
                    where m.projectId = ?1 and a.ownName <> '' group by m.id, m.name order by m.name""", projectId)
                    .project(NamingModel.class).list();
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
