package org.dohyo.benchmark;

import java.time.Instant;

import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;

import org.dohyo.model.Model;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The columns of a {@link Result}. */
@MappedSuperclass
abstract class ResultRow {

    @Id
    Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "benchmark_id")
    StoredBenchmark benchmark;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "model_id")
    Model model;

    String scenario;

    String metric;

    double value;

    Double standardError;

    Long n;

    @Enumerated(EnumType.STRING)
    ResultSource source;

    @JdbcTypeCode(SqlTypes.JSON)
    ObjectNode settings;

    Instant measuredAt;

    Result result() {
        return new Result(model.slug, scenario, metric, value, standardError, n, source, settings, measuredAt);
    }
}
