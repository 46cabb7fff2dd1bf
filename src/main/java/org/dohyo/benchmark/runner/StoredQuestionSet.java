package org.dohyo.benchmark.runner;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** A set of questions as the database holds it. */
@Entity
@Immutable
@Table(name = "question_set")
@NamedQuery(name = "StoredQuestionSet.insert", query = """
        insert StoredQuestionSet (benchmark, version, own, questions, content, createdAt)
        values (:benchmark, :version, :own, :questions, :content, :createdAt)
        on conflict (benchmark, version) do nothing""")
public class StoredQuestionSet {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    /** The benchmark's slug. */
    public String benchmark;

    public String version;

    public boolean own;

    public int questions;

    /** JSON of the runner's {@link Runner#questionsType()}. */
    @JdbcTypeCode(SqlTypes.JSON)
    public String content;

    public Instant createdAt;

    @ApplicationScoped
    public static class Repository implements PanacheRepositoryBase<StoredQuestionSet, Long> {

        /** The loaded sets of a benchmark, without those shipped with the arena. */
        public List<QuestionSets.Listed> loaded(String benchmark) {
            return find("""
                    select benchmark, version, own, questions from StoredQuestionSet
                    where benchmark = ?1 and not own order by version""", benchmark).project(QuestionSets.Listed.class)
                    .list();
        }

        public Optional<Long> id(String benchmark, String version) {
            return find("select id from StoredQuestionSet where benchmark = ?1 and version = ?2", benchmark, version)
                    .project(Long.class).firstResultOptional();
        }

        /** Stores the set unless the benchmark has one of this version; returns whether it did. */
        public boolean insert(StoredQuestionSet set) {
            return update("#StoredQuestionSet.insert", Map.of("benchmark", set.benchmark, "version", set.version, "own",
                    set.own, "questions", set.questions, "content", set.content, "createdAt", set.createdAt)) == 1;
        }
    }
}
