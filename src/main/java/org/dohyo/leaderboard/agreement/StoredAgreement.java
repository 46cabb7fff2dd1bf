package org.dohyo.leaderboard.agreement;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The last {@link Agreement} of a category. */
@Entity
@Table(name = "judge_agreement")
class StoredAgreement {

    @Id
    String category;

    long logSize;

    Instant computedAt;

    /** The JSON of an {@link Agreement}. */
    @JdbcTypeCode(SqlTypes.JSON)
    String figures;

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<StoredAgreement, String> {
    }
}
