package org.dohyo.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;

import org.junit.jupiter.api.Test;

class LeadTest {

    private static final Fit FIT = BradleyTerry
            .fit(new PairCounts(3, List.of(new PairCount(0, 1, 60, 40, 0, 0), new PairCount(1, 2, 30, 30, 0, 0))));

    private static Lead lead(int a, int b, double half) {
        return Lead.of(FIT, a, b, FIT.ratings()[a] - FIT.ratings()[b], half, half);
    }

    /** Of two models that met and nothing else, the lead's error is known in closed form: 1/√(n·p·(1−p)) nats. */
    @Test
    void probability_isThatOfALeadAboveZero() {
        Lead lead = lead(0, 1, Double.NaN);
        double error = 1 / Math.sqrt(100 * 0.6 * 0.4) * EloScale.POINTS_PER_NAT;
        assertThat(lead.points()).isCloseTo(Math.log(1.5) * EloScale.POINTS_PER_NAT, within(1e-6));
        assertThat(lead.high() - lead.low()).isCloseTo(2 * 1.959964 * error, within(1e-3));
        // Φ(ln 1.5 · √24) by Python 3.11: (1 + math.erf(z / math.sqrt(2))) / 2
        assertThat(lead.probability()).isCloseTo(0.9765036, within(1e-6));
        assertThat(lead.expectedWinRate()).isCloseTo(0.6, within(1e-9));
    }

    @Test
    void seenFromTheOther_itIsTheOpposite() {
        assertThat(lead(0, 1, Double.NaN).probability() + lead(1, 0, Double.NaN).probability()).isCloseTo(1,
                within(1e-12));
        assertThat(lead(1, 0, Double.NaN).low()).isCloseTo(-lead(0, 1, Double.NaN).high(), within(1e-9));
        assertThat(lead(1, 2, Double.NaN).probability()).isCloseTo(0.5, within(1e-6));
    }

    @Test
    void widerRatings_makeTheLeadLessSure() {
        assertThat(Lead.of(FIT, 0, 1, 70, 2 * FIT.halfWidth(0), 2 * FIT.halfWidth(1)).probability())
                .isLessThan(Lead.of(FIT, 0, 1, 70, FIT.halfWidth(0), FIT.halfWidth(1)).probability())
                .isGreaterThan(0.5);
    }

    @Test
    void withoutAConnection_thereIsNothingToSay() {
        Fit apart = BradleyTerry
                .fit(new PairCounts(4, List.of(new PairCount(0, 1, 3, 2, 0, 0), new PairCount(2, 3, 3, 2, 0, 0))));
        assertThatThrownBy(() -> Lead.of(apart, 0, 2, 10, Double.NaN, Double.NaN))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
