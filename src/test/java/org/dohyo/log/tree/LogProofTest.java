package org.dohyo.log.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogProofTest {

    private static final String ROOT = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=";

    private final PlainTree plain = PlainTree.of(11);
    private final SigningKey key = SigningKey.generate("arena.example");

    private LogProof proof(int index) {
        Tree tree = plain.tree(11);
        return new LogProof(new byte[] { 1, 2 }, index, tree.inclusionOf(index).hashes(),
                SignedNote.of(new Checkpoint("arena.example", 11, tree.root()).text(), key));
    }

    @Test
    void checkpoint_isTheTextOfTheSpecification() {
        String text = "example.com/behind-the-sofa\n20852163\n" + ROOT + "\n";
        Checkpoint checkpoint = Checkpoint.parse(text);
        assertThat(checkpoint)
                .isEqualTo(new Checkpoint("example.com/behind-the-sofa", 20_852_163, Hash.ofBase64(ROOT)));
        assertThat(checkpoint.text()).isEqualTo(text);
        assertThat(Checkpoint.parse(text + "more\n").extensions()).containsExactly("more");
        assertThat(Checkpoint.parse(text + "more\n").text()).isEqualTo(text + "more\n");
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "a\n1\n", "a\n1\n" + ROOT, "\n1\n" + ROOT + "\n", "a\n01\n" + ROOT + "\n",
            "a\n-1\n" + ROOT + "\n", "a\n9999999999999999999\n" + ROOT + "\n", "a\n1\nAAAA\n", "a\n1\n" + ROOT + "\n\n",
            "a\n1\n" + ROOT + "\n\nb\n", "a\n\n" + ROOT + "\n", "a\n٧\n" + ROOT + "\n" })
    void textThatIsNoCheckpoint_isRefused(String text) {
        assertThatThrownBy(() -> Checkpoint.parse(text)).isInstanceOf(LogFormatException.class);
    }

    @Test
    void file_hasTheLinesOfTheSpecification_andIsReadBack() {
        LogProof proof = proof(4);
        List<String> lines = proof.toString().lines().toList();
        assertThat(lines.subList(0, 3)).containsExactly("c2sp.org/tlog-proof@v1", "extra AQI=", "index 4");
        assertThat(lines.subList(3, 7)).isEqualTo(proof.hashes().stream().map(Hash::base64).toList());
        assertThat(lines.subList(7, 10)).containsExactly("", "arena.example", "11");
        LogProof read = LogProof.parse(proof.toString());
        assertThat(read).hasToString(proof.toString());
        assertThat(read.extra()).containsExactly(1, 2);
    }

    @Test
    void file_provesItsEntryOnly_andOnlyWithTheLogsKey() {
        List<VerifierKey> keys = List.of(key.verifier());
        for (int index = 0; index < 11; index++) {
            LogProof proof = LogProof.parse(proof(index).toString());
            for (int other = 0; other < 11; other++) {
                assertThat(proof.verifies(plain.leaf(other), keys)).isEqualTo(other == index);
            }
            assertThat(proof.verifies(plain.leaf(index), List.of(SigningKey.generate("arena.example").verifier())))
                    .isFalse();
        }
    }

    @Test
    void keyOfAnotherOrigin_provesNothing() {
        SigningKey other = SigningKey.generate("other.example");
        Tree tree = plain.tree(11);
        LogProof proof = new LogProof(new byte[0], 4, tree.inclusionOf(4).hashes(),
                SignedNote.of(new Checkpoint("arena.example", 11, tree.root()).text(), other));
        assertThat(proof.verifies(plain.leaf(4), List.of(other.verifier()))).isFalse();
        assertThat(proof.toString()).startsWith("c2sp.org/tlog-proof@v1\nindex 4\n");
    }

    @Test
    void fileWithoutALine_orWithAnotherTitle_isRefused() {
        String file = proof(4).toString();
        for (String wrong : List.of("", "x" + file, file.replace("index 4\n", ""), file.replace("index 4", "index 04"),
                file.replace("extra AQI=", "extra A"), file.replace("\n\n", "\n"), file.substring(0, file.length() - 1),
                file.replace("index 4\n", "index 4\nAAAA\n"))) {
            assertThatThrownBy(() -> LogProof.parse(wrong)).isInstanceOf(LogFormatException.class);
        }
    }
}
