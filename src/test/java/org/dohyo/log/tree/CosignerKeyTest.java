package org.dohyo.log.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CosignerKeyTest {

    private static final String CHECKPOINT = "example.com/behind-the-sofa\n20852163\n"
            + "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";
    private static final long SECOND = 1_679_315_147L;

    private final SigningKey secret = SigningKey.generate("witness.example/w1");
    private final CosignerKey key = CosignerKey.of("witness.example/w1", secret.verifier().bytes());

    private NoteSignature cosigned(long second, String text, int id) {
        byte[] signature = secret.sign("cosignature/v1\ntime " + second + "\n" + text).bytes();
        return new NoteSignature("witness.example/w1", id,
                ByteBuffer.allocate(72).putLong(second).put(signature).array());
    }

    @Test
    void id_isThatOfTheStandard_andTheKeyIsReadBack() throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update("witness.example/w1\n\u0004".getBytes(StandardCharsets.UTF_8));
        byte[] hash = digest.digest(secret.verifier().bytes());
        assertThat(key.id()).isEqualTo(ByteBuffer.wrap(hash).getInt()).isNotEqualTo(secret.verifier().id());
        assertThat(CosignerKey.parse(key.text())).isEqualTo(key).hasToString(key.text());
    }

    @Test
    void cosignature_isOfOneTimeOneTextAndOneKey() {
        NoteSignature good = cosigned(SECOND, CHECKPOINT, key.id());
        assertThat(key.signedAt(CHECKPOINT, NoteSignature.parse(good.line()))).contains(Instant.ofEpochSecond(SECOND));
        assertThat(key.signedAt(CHECKPOINT.replace('3', '4'), good)).isEmpty();
        byte[] later = good.bytes().clone();
        later[7]++;
        assertThat(key.signedAt(CHECKPOINT, new NoteSignature(key.name(), key.id(), later))).isEmpty();
        assertThat(key.signedAt(CHECKPOINT, cosigned(-1, CHECKPOINT, key.id()))).isEmpty();
        assertThat(key.signedAt(CHECKPOINT, cosigned(SECOND, CHECKPOINT, key.id() + 1))).isEmpty();
        assertThat(key.signedAt(CHECKPOINT, new NoteSignature("other", key.id(), good.bytes()))).isEmpty();
        assertThat(key.signedAt(CHECKPOINT, new NoteSignature(key.name(), key.id(),
                Arrays.copyOf(good.bytes(), Long.BYTES)))).isEmpty();
        // A log's own signature has no time.
        assertThat(key.signedAt(CHECKPOINT, secret.sign(CHECKPOINT))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "w", "w+1+", "w+00000000+BAAA", "w+0+AQ==",
            "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k" })
    void textThatIsNoKeyOfAWitness_isRefused(String text) {
        assertThatThrownBy(() -> CosignerKey.parse(text)).isInstanceOf(LogFormatException.class);
    }
}
