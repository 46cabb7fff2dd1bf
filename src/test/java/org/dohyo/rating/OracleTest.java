package org.dohyo.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

class OracleTest {

    private static final Oracle ORACLE = Oracle.read();

    @Test
    void bradleyTerry_equalsThePeers() {
        Fit fit = BradleyTerry.fit(ORACLE.counts());
        for (int i = 0; i < ORACLE.models().size(); i++) {
            JsonNode expected = ORACLE.expected().get("bradley_terry").get(ORACLE.models().get(i));
            // The peers stop L-BFGS at a gradient of about 1e-6.
            assertThat(fit.ratings()[i]).isCloseTo(expected.get("rating").asDouble(), within(1e-3));
            assertThat(fit.halfWidth(i)).isCloseTo(expected.get("ci_exact").asDouble(), withinPercentage(0.1));
        }
    }

    @Test
    void onlineElo_equalsThePeers() {
        double[] ratings = new double[ORACLE.models().size()];
        Arrays.fill(ratings, OnlineElo.INITIAL);
        for (JsonNode battle : ORACLE.battles()) {
            int a = ORACLE.modelA(battle);
            int b = ORACLE.modelB(battle);
            double delta = OnlineElo.delta(ratings[a], ratings[b], Oracle.scoreA(battle));
            ratings[a] += delta;
            ratings[b] -= delta;
        }
        for (int i = 0; i < ratings.length; i++) {
            assertThat(ratings[i]).isCloseTo(ORACLE.expected().get("elo").get(ORACLE.models().get(i)).asDouble(),
                    within(1e-6));
        }
    }
}
