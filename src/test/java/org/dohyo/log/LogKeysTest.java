package org.dohyo.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.dohyo.log.tree.SignedNote;
import org.dohyo.log.tree.SigningKey;
import org.junit.jupiter.api.Test;

class LogKeysTest {

    /** Ed25519 gives the same signature whoever calculates it. */
    @Test
    void keyInUse_signsAsTheJdkDoes() {
        SigningKey key = SigningKey.generate("arena.example/log");
        LogKeys.InUse inUse = LogKeys.InUse.of(1, key);
        for (String text : List.of("", "\n", "arena.example/log\n7\n", "約束\n".repeat(100))) {
            assertThat(inUse.sign(text)).isEqualTo(key.sign(text));
        }
        SignedNote note = new SignedNote("text\n", List.of(inUse.sign("text\n")));
        assertThat(note.signers(List.of(key.verifier()))).containsExactly(key.verifier());
    }
}
