package org.dohyo.project.board;

import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The newest board by one criterion. */
@Entity
@Table(name = "project_board")
class StoredBoard {

    @Id
    long criterionId;

    long projectId;

    /** The size of the project's log from which it was computed. */
    long logSize;

    long judgements;

    int annotators;

    @JdbcTypeCode(SqlTypes.JSON)
    List<BoardRow> models;

    Instant computedAt;

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<StoredBoard, Long> {
    }
}
