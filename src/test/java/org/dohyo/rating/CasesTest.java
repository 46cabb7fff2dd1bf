package org.dohyo.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Each case of src/test/resources/rating/cases.json against every estimator; cases.py there says where they are from.
 */
class CasesTest {

    /** @param votes one row a vote in the order of the file */
    private record Case(JsonNode json, int models, List<PairCount> votes) {

        @Override
        public String toString() {
            return json.get("name").asText();
        }

        PairCounts counts() {
            return new PairCounts(models, votes);
        }
    }

    static List<Case> cases() throws IOException {
        try (InputStream file = CasesTest.class.getResourceAsStream("/rating/cases.json")) {
            List<Case> cases = new ArrayList<>();
            for (JsonNode json : new ObjectMapper().readTree(file).get("cases")) {
                List<PairCount> votes = new ArrayList<>();
                json.get("pairs").forEach(pair -> votes.addAll(votesOf(pair)));
                cases.add(new Case(json, json.get("models").asInt(), votes));
            }
            return cases;
        }
    }

    private static List<PairCount> votesOf(JsonNode pair) {
        List<PairCount> votes = new ArrayList<>();
        for (int outcome = 0; outcome < 4; outcome++) {
            for (int n = pair.get(2 + outcome).asInt(); n > 0; n--) {
                votes.add(new PairCount(pair.get(0).asInt(), pair.get(1).asInt(), outcome == 0 ? 1 : 0,
                        outcome == 1 ? 1 : 0, outcome == 2 ? 1 : 0, outcome == 3 ? 1 : 0));
            }
        }
        return votes;
    }

    private static void assertRatings(Case given, Fit fit) {
        for (int i = 0; i < given.models; i++) {
            assertThat(fit.ratings()[i]).isCloseTo(given.json.get("ratings").get(i).asDouble(), within(1e-6));
            assertThat(fit.component()[i]).isEqualTo(given.json.get("component").get(i).asInt());
            assertThat(fit.regularised()[i]).isEqualTo(given.json.get("regularised").get(i).asBoolean());
        }
    }

    private static void assertHalfWidths(Case given, Fit fit, double percentage) {
        for (int i = 0; i < given.models; i++) {
            JsonNode expected = given.json.get("halfWidths").get(i);
            if (expected.isNull()) {
                assertThat(fit.halfWidth(i)).isNaN();
            } else {
                assertThat(fit.halfWidth(i)).isCloseTo(expected.asDouble(), withinPercentage(percentage));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void fromCounts(Case given) {
        Fit fit = BradleyTerry.fit(given.counts());
        assertRatings(given, fit);
        assertHalfWidths(given, fit, 1e-4);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void fromAnotherStart(Case given) {
        double[] start = new double[given.models];
        Arrays.setAll(start, i -> 900 + 37 * i);
        assertRatings(given, BradleyTerry.fit(given.counts(), start));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void fromSumsWithoutVoters(Case given) {
        assertRatings(given, BradleyTerry.ratings(given.models, given.counts().weighted()));
    }

    /** A voter of one vote each: the clustered filling is the independent one times U/(U−1), and a U-th more. */
    @ParameterizedTest
    @MethodSource("cases")
    void fromVotersOfOneVoteEach(Case given) {
        VoterVotes votes = new VoterVotes(given.models);
        given.votes.forEach(vote -> votes.add(List.of(vote)));
        Fit fit = BradleyTerry.fit(votes);
        assertRatings(given, fit);
        if (given.counts().votes() > 300) {
            assertHalfWidths(given, fit, 0.5);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void onlineElo(Case given) {
        double[] ratings = new double[given.models];
        Arrays.fill(ratings, OnlineElo.INITIAL);
        for (PairCount vote : given.votes) {
            double score = vote.firstWins() + vote.halves() / 2.0;
            double delta = OnlineElo.delta(ratings[vote.first()], ratings[vote.second()], score);
            ratings[vote.first()] += delta;
            ratings[vote.second()] -= delta;
        }
        for (int i = 0; i < given.models; i++) {
            assertThat(ratings[i]).isCloseTo(given.json.get("elo").get(i).asDouble(), within(1e-9));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void winRates(Case given) {
        WinRate[] rates = WinRate.of(given.counts());
        for (int i = 0; i < given.models; i++) {
            JsonNode expected = given.json.get("winRates").get(i);
            assertThat(rates[i].winRate()).isEqualTo(expected.isNull() ? Double.NaN : expected.asDouble(),
                    within(1e-12));
        }
    }
}
