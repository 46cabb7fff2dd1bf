package org.dohyo.integrity;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.dohyo.integrity.tilt.Expectations;
import org.dohyo.rating.WeightedPair;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** How far the log has been judged, and by which expectations: one row. */
@Entity
class Watch {

    private static final int FIGURES = 5;
    private static final long LEAST_GROWTH = 100;
    private static final double GROWTH = 0.02;

    @Id
    boolean onlyOne = true;

    /** The first entry of the log that has not been judged. */
    long position;

    long epoch;

    /** The size of the log when the epoch began. */
    long epochSize;

    double[] pairs;

    /** True if the log has grown enough for new expectations. */
    boolean due(long logSize) {
        return logSize - epochSize >= Math.max(LEAST_GROWTH, (long) (GROWTH * epochSize));
    }

    /** From now on, votes are judged by these. */
    void begin(List<WeightedPair> known, long logSize) {
        pairs = known.stream().flatMap(pair -> List.of((double) pair.first(), (double) pair.second(), pair.firstWins(),
                pair.secondWins(), pair.halves()).stream()).mapToDouble(Double::doubleValue).toArray();
        epochSize = logSize;
        epoch++;
    }

    Expectations expectations(int models) {
        List<WeightedPair> known = new ArrayList<>();
        for (int at = 0; at < pairs.length; at += FIGURES) {
            known.add(new WeightedPair((int) pairs[at], (int) pairs[at + 1], pairs[at + 2], pairs[at + 3],
                    pairs[at + 4]));
        }
        return Expectations.of(models, known);
    }

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<Watch, Boolean> {
    }
}
