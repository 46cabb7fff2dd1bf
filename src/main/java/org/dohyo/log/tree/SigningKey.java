package org.dohyo.log.tree;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** An Ed25519 key that signs notes. */
public final class SigningKey {

    private static final int KEY_BYTES = 32;
    private static final byte[] PKCS8_PREFIX = HexFormat.of().parseHex("302e020100300506032b657004220420");

    private final VerifierKey verifier;
    private final byte[] seed;
    private final PrivateKey key;

    private SigningKey(VerifierKey verifier, byte[] seed) {
        this.verifier = verifier;
        this.seed = seed.clone();
        this.key = key(seed);
    }

    /** @param seed the 32 bytes of the private key as RFC 8032 defines it, those of the verifier's key */
    public static SigningKey of(VerifierKey verifier, byte[] seed) {
        SigningKey signing = new SigningKey(verifier, seed);
        if (!verifier.verifies("test", signing.sign("test").bytes())) {
            throw new LogFormatException("the private key doesn't belong to the public one");
        }
        return signing;
    }

    /** A new key with that name. */
    public static SigningKey generate(String name) {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            byte[] encoded = pair.getPublic().getEncoded();
            byte[] open = Arrays.copyOfRange(encoded, encoded.length - KEY_BYTES, encoded.length);
            byte[] seed = ((EdECPrivateKey) pair.getPrivate()).getBytes().orElseThrow();
            return of(VerifierKey.of(name, open), seed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public VerifierKey verifier() {
        return verifier;
    }

    /** The private key: 32 bytes. */
    public byte[] seed() {
        return seed.clone();
    }

    /** Signs the text of a note; the same text always gives the same signature. */
    public NoteSignature sign(String text) {
        try {
            Signature signer = Signature.getInstance("Ed25519");
            signer.initSign(key);
            signer.update(text.getBytes(StandardCharsets.UTF_8));
            return new NoteSignature(verifier.name(), verifier.id(), signer.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PrivateKey key(byte[] seed) {
        if (seed.length != KEY_BYTES) {
            throw new LogFormatException("an Ed25519 key has 32 bytes, not " + seed.length);
        }
        try {
            byte[] encoded = ByteBuffer.allocate(PKCS8_PREFIX.length + KEY_BYTES).put(PKCS8_PREFIX).put(seed).array();
            return KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
