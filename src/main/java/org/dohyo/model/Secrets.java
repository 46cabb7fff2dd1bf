package org.dohyo.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.provider.Secret;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.util.SecretBytes;

/**
 * Encrypts what is stored and must be readable again. Each text is bound to its place, so that a cipher text copied to
 * another row does not open there.
 */
@ApplicationScoped
public class Secrets {

    private static final int KEY_BYTES = 32;
    private static final int KEY_ID = 1;

    private final Aead aead;

    Secrets(@ConfigProperty(name = "dohyo.secret-key") Optional<String> key,
            @ConfigProperty(name = "dohyo.data-dir") Path directory) {
        aead = aead(Base64.getDecoder().decode(key.orElseGet(() -> keyFile(directory)).trim()));
    }

    byte[] encrypt(String text, String place) {
        try {
            return aead.encrypt(text.getBytes(StandardCharsets.UTF_8), place.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a secret can't be encrypted", e);
        }
    }

    Secret decrypt(byte[] cipher, String place) {
        try {
            byte[] text = aead.decrypt(cipher, place.getBytes(StandardCharsets.UTF_8));
            return new Secret(new String(text, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a stored secret can't be opened: was the secret key changed?", e);
        }
    }

    private static Aead aead(byte[] bytes) {
        if (bytes.length != KEY_BYTES) {
            throw new IllegalStateException("the secret key must be 32 bytes in base64");
        }
        try {
            // The key's own class, not the keyset registry: that one needs a newer protobuf than the platform brings.
            return AesGcmJce.create(AesGcmKey.builder().setParameters(parameters())
                    .setKeyBytes(SecretBytes.copyFrom(bytes, InsecureSecretKeyAccess.get()))
                    .setIdRequirement(KEY_ID).build());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the secret key can't be used", e);
        }
    }

    /** The prefix names the key by its id, so that a second key can be told from the first one day. */
    private static AesGcmParameters parameters() throws GeneralSecurityException {
        return AesGcmParameters.builder().setKeySizeBytes(KEY_BYTES).setIvSizeBytes(12).setTagSizeBytes(16)
                .setVariant(AesGcmParameters.Variant.TINK).build();
    }

    private static String keyFile(Path directory) {
        Path file = directory.resolve("secret.key");
        try {
            Files.createDirectories(directory);
            write(file);
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the key file can't be made or read", e);
        }
    }

    /** Leaves an existing file alone. Readable by its owner from its first moment. */
    private static void write(Path file) throws IOException {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        try (SeekableByteChannel channel = Files.newByteChannel(file,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            channel.write(ByteBuffer.wrap(Base64.getEncoder().encode(key)));
        } catch (FileAlreadyExistsException e) {
            // An earlier start made it.
            return;
        }
    }
}
