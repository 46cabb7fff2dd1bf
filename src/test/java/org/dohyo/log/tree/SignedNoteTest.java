package org.dohyo.log.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedNoteTest {

    /** The example of C2SP signed-note. */
    private static final VerifierKey EXAMPLE = VerifierKey
            .parse("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k");
    private static final String NOTE = """
            This is an example message.

            — example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
            """;

    private static SigningKey key(String name) {
        return SigningKey.generate(name);
    }

    @Test
    void exampleOfTheSpecification_isVerified_andWrittenBack() {
        SignedNote note = SignedNote.parse(NOTE);
        assertThat(note.text()).isEqualTo("This is an example message.\n");
        assertThat(note.signers(List.of(EXAMPLE))).containsExactly(EXAMPLE);
        assertThat(note).hasToString(NOTE);
        assertThat(EXAMPLE.text()).isEqualTo("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k");
    }

    /** RFC 8032, 7.1, test 1. */
    @Test
    void keyMadeOfItsSeed_signsAsTheStandardSays() {
        VerifierKey open = VerifierKey.of("rfc", HexFormat.of()
                .parseHex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"));
        SigningKey signing = SigningKey.of(open, HexFormat.of()
                .parseHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"));
        assertThat(HexFormat.of().formatHex(signing.sign("").bytes())).startsWith("e5564300c360ac729086e2cc806e828a");
        assertThatThrownBy(() -> SigningKey.of(EXAMPLE, signing.seed()))
                .hasMessage("the private key doesn't belong to the public one");
    }

    @Test
    void signature_isOfOneKeyAndOneText() {
        SigningKey mine = key("arena.example");
        SignedNote note = SignedNote.of("a text\nof lines\n\nand more\n", mine);
        assertThat(SignedNote.parse(note.toString().getBytes(StandardCharsets.UTF_8))).isEqualTo(note);
        assertThat(note.signers(List.of(mine.verifier(), EXAMPLE))).containsExactly(mine.verifier());
        assertThat(note.signers(List.of(EXAMPLE))).isEmpty();
        assertThat(note.signers(List.of(key("arena.example").verifier()))).isEmpty();
        String changed = note.toString().replace("more", "less");
        assertThat(SignedNote.parse(changed).signers(List.of(mine.verifier()))).isEmpty();
    }

    @Test
    void wrongSignatureOfAKnownKey_spoilsTheNote() {
        SigningKey first = key("a");
        SigningKey second = key("b");
        NoteSignature wrong = new NoteSignature("b", second.verifier().id(), new byte[64]);
        SignedNote note = new SignedNote("text\n", List.of(first.sign("text\n"), wrong));
        assertThat(note.signers(List.of(first.verifier()))).containsExactly(first.verifier());
        assertThat(note.signers(List.of(first.verifier(), second.verifier()))).isEmpty();
    }

    @Test
    void everyFlippedBitOfANote_isNoticed() {
        SigningKey mine = key("arena.example");
        byte[] note = SignedNote.of("arena.example\n7\n", mine).toString().getBytes(StandardCharsets.UTF_8);
        for (int bit = 0; bit < note.length * Byte.SIZE; bit++) {
            byte[] changed = note.clone();
            changed[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            assertThat(accepted(changed, mine.verifier())).as("bit %d", bit).isFalse();
        }
    }

    private static boolean accepted(byte[] note, VerifierKey key) {
        try {
            return !SignedNote.parse(note).signers(List.of(key)).isEmpty();
        } catch (LogFormatException e) {
            return false;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "\n", "text\n", "text\n\n", "text\n\n— a\n", "text\n\n— a b c\n", "text\n\n— a AAAA\n",
            "text\n\n- a AAAAAAAA\n", "text\n\n— a AAAAAAAA", "te\txt\n\n— a AAAAAAAA\n", "text\n\n— a AAAAAAAA\n\n",
            "text\n\n— a+b AAAAAAAA\n", "text\n\n— a AAAAAAB=\n", "text\n\n—  AAAAAAAA\n", "\r\n\n— a AAAAAAAA\n" })
    void textThatIsNoNote_isRefused(String text) {
        assertThatThrownBy(() -> SignedNote.parse(text)).isInstanceOf(LogFormatException.class);
    }

    @Test
    void noteInAnotherCharset_isRefused() {
        assertThatThrownBy(() -> SignedNote.parse(new byte[] { (byte) 0xE9, '\n', '\n' }))
                .hasMessage("a note must be UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "a", "a+530d903a",
            "example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
            "example.com/bar+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k", "a+530d903a+Ag==", "a+530d903a+",
            "a b+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k", "a+530d903a+?" })
    void textThatIsNoKey_isRefused(String text) {
        assertThatThrownBy(() -> VerifierKey.parse(text)).isInstanceOf(LogFormatException.class);
    }
}
