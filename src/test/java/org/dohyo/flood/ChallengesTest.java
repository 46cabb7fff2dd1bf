package org.dohyo.flood;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.altcha.altcha.Altcha;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The challenges are ALTCHA's: its own library solves and accepts them. */
class ChallengesTest {

    private static final Instant NOW = Instant.parse("2027-01-31T00:00:00Z");
    private static final String KEY = "challenges";
    private static final int NUMBERS = 2_000;

    private record Config(int votesPerNetworkAndHour, int networkPerMinute, int arenaPerMinute, int proofNumbers,
            Duration proofValid) implements FloodConfig {
    }

    private static Challenges at(Instant now, String key) {
        return new Challenges((purpose, text) -> Optional.of(hash(purpose.equals(KEY) ? key : purpose, text)),
                new Config(0, 0, 0, NUMBERS, Duration.ofMinutes(5)), Clock.fixed(now, ZoneOffset.UTC));
    }

    private static byte[] hash(String key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final Challenges CHALLENGES = at(NOW, KEY);

    private static Challenge challenge() {
        return CHALLENGES.make("voter 7").orElseThrow();
    }

    private static Proof solution(Challenge given) throws Exception {
        long number = Altcha.solveChallenge(given.challenge(), given.salt(), Altcha.Algorithm.SHA256,
                given.maxnumber(), 0).number;
        return new Proof(given.algorithm(), given.challenge(), number, given.salt(), given.signature());
    }

    @Test
    void solutionByAltchasLibrary_isRight_andOurChallengeIsRightForIt() throws Exception {
        Proof proof = solution(challenge());
        assertThat(CHALLENGES.fault(proof, "voter 7")).isEmpty();
        Altcha.Payload payload = new Altcha.Payload();
        payload.algorithm = proof.algorithm();
        payload.challenge = proof.challenge();
        payload.number = proof.number();
        payload.salt = proof.salt();
        payload.signature = proof.signature();
        assertThat(Altcha.verifySolution(payload, KEY, false)).isTrue();
    }

    @Test
    void solution_isRightUntilItExpires() throws Exception {
        Proof proof = solution(challenge());
        assertThat(at(NOW.plusSeconds(300), KEY).fault(proof, "voter 7")).isEmpty();
        assertThat(at(NOW.plusSeconds(301), KEY).fault(proof, "voter 7")).contains(ProofFault.EXPIRED);
    }

    @Test
    void solutionOfSomebodyElsesChallenge_isForeign() throws Exception {
        assertThat(CHALLENGES.fault(solution(challenge()), "voter 8")).contains(ProofFault.FOREIGN);
    }

    @Test
    void challengeOfAnotherArena_isWrong() throws Exception {
        assertThat(at(NOW, "another key").fault(solution(challenge()), "voter 7")).contains(ProofFault.WRONG);
    }

    @Test
    void changedSolution_isWrong() throws Exception {
        Proof right = solution(challenge());
        assertThat(CHALLENGES.fault(new Proof(right.algorithm(), right.challenge(), right.number() + 1, right.salt(),
                right.signature()), "voter 7")).contains(ProofFault.WRONG);
        assertThat(CHALLENGES.fault(new Proof("SHA-1", right.challenge(), right.number(), right.salt(),
                right.signature()), "voter 7")).contains(ProofFault.WRONG);
        String later = right.salt().replaceFirst("expires=1", "expires=2");
        assertThat(CHALLENGES.fault(new Proof(right.algorithm(), right.challenge(), right.number(), later,
                right.signature()), "voter 7")).contains(ProofFault.WRONG);
    }

    /** The same text, salt and number, cut at another place: the hash and the signature are right. */
    @Test
    void digitsOfTheNumber_cannotMoveToTheSalt() throws Exception {
        Proof right = solution(challenge());
        for (int i = 0; right.number() < 10 && i < 50; i++) {
            right = solution(challenge());
        }
        String digits = Long.toString(right.number());
        Proof spliced = new Proof(right.algorithm(), right.challenge(), Long.parseLong(digits.substring(1)),
                right.salt() + digits.charAt(0), right.signature());
        assertThat(CHALLENGES.fault(spliced, "voter 7")).contains(ProofFault.WRONG);
    }

    @Test
    void withoutAKey_thereIsNoChallenge() {
        Challenges none = new Challenges((purpose, text) -> Optional.empty(),
                new Config(0, 0, 0, NUMBERS, Duration.ofMinutes(5)), Clock.fixed(NOW, ZoneOffset.UTC));
        assertThat(none.make("voter 7")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "no base64!", "[]", "null", "7", "{}", "{\"number\":1}",
            "{\"algorithm\":\"SHA-256\",\"challenge\":\"a\",\"number\":-1,\"salt\":\"b\",\"signature\":\"c\"}",
            "{\"algorithm\":\"SHA-256\",\"challenge\":\"a\",\"number\":\"x\",\"salt\":\"b\",\"signature\":\"c\"}" })
    void whatIsNoSolution_isNotRead(String text) {
        assertThat(Proof.read(Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)))).isEmpty();
        assertThat(Proof.read(text)).isEmpty();
    }
}
