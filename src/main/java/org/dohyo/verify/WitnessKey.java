package org.dohyo.verify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;

import org.dohyo.log.tree.CosigningKey;
import org.dohyo.log.tree.LogFormatException;
import org.dohyo.log.tree.SigningKey;
import org.dohyo.log.tree.VerifierKey;

import com.google.crypto.tink.subtle.Ed25519Sign;

/**
 * The private key of a witness in a file, as Go's {@code note} writes signing keys:
 * {@code PRIVATE+KEY+name+id+base64}, of the type Ed25519, from which other witnesses derive their cosignatures too.
 */
final class WitnessKey {

    private static final String PREFIX = "PRIVATE+KEY+";
    private static final byte ED25519 = 1;
    private static final Set<PosixFilePermission> OTHERS = EnumSet.complementOf(EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE));

    private WitnessKey() {
    }

    /**
     * Reads the key; makes a new one where there is no file, readable for this user alone.
     *
     * @param name of a new key; null to take only one that is there, of any name
     * @throws Source.UnreachableException if others may read the file, or it has no such key
     */
    static CosigningKey of(Path path, String name) {
        KeptFile file = new KeptFile(path);
        byte[] text = file.read().orElseGet(() -> generated(file, name));
        mustBeOwners(file.path());
        try {
            CosigningKey key = new CosigningKey(parse(new String(text, StandardCharsets.UTF_8).strip()));
            if (name != null && !name.equals(key.key().name())) {
                throw new LogFormatException("its name is " + key.key().name());
            }
            return key;
        } catch (LogFormatException e) {
            throw new Source.UnreachableException(file.path() + " isn't the key of the witness: " + e.getMessage());
        }
    }

    private static byte[] generated(KeptFile file, String name) {
        if (name == null) {
            throw new Source.UnreachableException(
                    "there is no key in " + file.path() + ": give the name of a new one by --witness-name");
        }
        file.change(() -> {
            // Another process may have made it meanwhile.
            if (file.read().isEmpty()) {
                file.replace((text(SigningKey.generate(name)) + "\n").getBytes(StandardCharsets.UTF_8));
            }
        });
        return file.read().orElseThrow();
    }

    private static void mustBeOwners(Path file) {
        try {
            if (Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains)) {
                throw new Source.UnreachableException(
                        "others may read or write " + file + ": allow it to its owner alone (chmod 600)");
            }
        } catch (UnsupportedOperationException e) {
            // A system without such permissions.
        } catch (IOException e) {
            throw new Source.UnreachableException(file + " can't be read: " + e.getMessage());
        }
    }

    static String text(SigningKey key) {
        byte[] typed = new byte[1 + key.seed().length];
        typed[0] = ED25519;
        System.arraycopy(key.seed(), 0, typed, 1, key.seed().length);
        return PREFIX + key.verifier().name() + "+" + HexFormat.of().toHexDigits(key.verifier().id()) + "+"
                + Base64.getEncoder().encodeToString(typed);
    }

    private static SigningKey parse(String text) {
        String[] parts = text.startsWith(PREFIX) ? text.substring(PREFIX.length()).split("\\+", 3) : new String[0];
        if (parts.length != 3) {
            throw new LogFormatException("a signing key is " + PREFIX + "name+id+base64");
        }
        try {
            byte[] typed = Base64.getDecoder().decode(parts[2]);
            if (typed.length == 0 || typed[0] != ED25519) {
                throw new LogFormatException("a signing key must be of the type 1, Ed25519");
            }
            byte[] seed = Arrays.copyOfRange(typed, 1, typed.length);
            VerifierKey verifier = VerifierKey.of(parts[0],
                    Ed25519Sign.KeyPair.newKeyPairFromSeed(seed).getPublicKey());
            if (!HexFormat.of().toHexDigits(verifier.id()).equals(parts[1])) {
                throw new LogFormatException("its id doesn't belong to its name and key");
            }
            return SigningKey.of(verifier, seed);
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            throw new LogFormatException("no Ed25519 key in base64");
        }
    }
}
