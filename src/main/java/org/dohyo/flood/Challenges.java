package org.dohyo.flood;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.model.secret.KeyedHashes;
import org.dohyo.support.Hashes;

/**
 * Makes challenges in ALTCHA's format and checks their solutions. A challenge expires and is bound to whom it was
 * given, both by parameters of its salt.
 */
@ApplicationScoped
class Challenges {

    private static final String ALGORITHM = "SHA-256";
    private static final String SIGNING = "challenges";
    private static final String BINDING = "challenged";
    private static final int SALT_BYTES = 12;
    private static final int SUBJECT_DIGITS = 32;
    /** It ends with a sign that no number has: no digit can move from the number to the salt. */
    private static final Pattern SALT = Pattern
            .compile("[0-9a-f]{24}\\?expires=(?<expires>\\d{1,12})&for=(?<subject>[0-9a-f]{32})&");

    private final KeyedHashes keys;
    private final FloodConfig config;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Challenges(KeyedHashes keys, FloodConfig config, Clock clock) {
        this.keys = keys;
        this.config = config;
        this.clock = clock;
    }

    /** A new challenge; empty if none can be signed now. */
    Optional<Challenge> make(String subject) {
        byte[] bytes = new byte[SALT_BYTES];
        random.nextBytes(bytes);
        long expires = clock.instant().plus(config.proofValid()).getEpochSecond();
        return subject(subject).flatMap(bound -> {
            String salt = HexFormat.of().formatHex(bytes) + "?expires=" + expires + "&for=" + bound + "&";
            String challenge = hash(salt, random.nextInt(config.proofNumbers() + 1));
            return signature(challenge).map(
                    signature -> new Challenge(ALGORITHM, challenge, config.proofNumbers(), salt, signature));
        });
    }

    /** What is wrong with a solution by that subject; empty if it is right. Whether it was used isn't known here. */
    Optional<ProofFault> fault(Proof proof, String subject) {
        Matcher salt = SALT.matcher(proof.salt());
        boolean right = salt.matches() && proof.algorithm().equals(ALGORITHM)
                && same(proof.challenge(), hash(proof.salt(), proof.number()))
                && signature(proof.challenge()).filter(signature -> same(signature, proof.signature())).isPresent();
        if (!right) {
            return Optional.of(ProofFault.WRONG);
        }
        if (clock.instant().isAfter(Instant.ofEpochSecond(Long.parseLong(salt.group("expires"))))) {
            return Optional.of(ProofFault.EXPIRED);
        }
        return subject(subject).filter(salt.group("subject")::equals).isPresent() ? Optional.empty()
                : Optional.of(ProofFault.FOREIGN);
    }

    private static String hash(String salt, long number) {
        return HexFormat.of().formatHex(Hashes.sha256((salt + number).getBytes(StandardCharsets.UTF_8)));
    }

    private Optional<String> signature(String challenge) {
        return keys.hash(SIGNING, challenge).map(HexFormat.of()::formatHex);
    }

    private Optional<String> subject(String subject) {
        return keys.hash(BINDING, subject).map(hash -> HexFormat.of().formatHex(hash).substring(0, SUBJECT_DIGITS));
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
