package org.dohyo.dataset.release.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DetectorTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "EMAIL | Write to jane.doe+x@mail.example.org, please | jane.doe+x@mail.example.org",
            "EMAIL | 連絡先はｔａｒｏ＠ｅｘａｍｐｌｅ．ｊｐです | ｔａｒｏ＠ｅｘａｍｐｌｅ．ｊｐ",
            "PHONE | 電話番号は090-1234-5678です | 090-1234-5678",
            "PHONE | 電話：０３（１２３４）５６７８まで | ０３（１２３４）５６７８",
            "PHONE | ０９０－１２３４－５６７８ | ０９０－１２３４－５６７８",
            "PHONE | 携帯 09012345678。 | 09012345678",
            "PHONE | call +49 30 1234567 now | +49 30 1234567",
            "PHONE | call +1 (555) 010-9999 now | +1 (555) 010-9999",
            "PHONE | or (555) 010-9999 tonight | (555) 010-9999",
            "ADDRESS | 〒100-0001 に送って | 〒100-0001",
            "ADDRESS | 〒１００－０００１に送って | 〒１００－０００１",
            "ADDRESS | 東京都千代田区丸の内1-2-3へ | 東京都千代田区丸の内1-2-3",
            "ADDRESS | 大阪府大阪市北区梅田三丁目１番３号 | 大阪府大阪市北区梅田三丁目１番３号",
            "ADDRESS | I live at 221 Baker Street, London | 221 Baker Street",
            "ADDRESS | Ich wohne in der Goethestraße 12a in Ulm | Goethestraße 12a",
            "ADDRESS | J'habite 12 rue de la Paix | 12 rue de la Paix",
            "KEY | use sk-abcdEFGH12345678abcd for it | sk-abcdEFGH12345678abcd",
            "KEY | AKIAABCDEFGHIJKLMNOP is mine | AKIAABCDEFGHIJKLMNOP",
            "KEY | the password is hunter2hunter2! | hunter2hunter2!",
            "KEY | パスワードは himitsu-1234 です | himitsu-1234",
            "KEY | -----BEGIN RSA PRIVATE KEY----- MIIE -----END RSA PRIVATE KEY----- | -----BEGIN RSA PRIVATE KEY----- MIIE -----END RSA PRIVATE KEY-----" })
    void found(Detector kind, String text, String expected) {
        List<Span> spans = Detector.find(text);
        assertThat(spans).as(text).extracting(Span::kind).containsExactly(kind);
        assertThat(text.substring(spans.get(0).first(), spans.get(0).last())).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = { "On 2026-11-28 at 10:30, 12,345,678 people", "pi is 3.14159265358979", "version 1.2.3.4",
            "x = 0.0123456789", "Section 12 of the Act", "a@b", "今日は3時に会議があります", "https://example.org/a/1234567890123",
            "第3章と第4章を要約して", "sk-short", "SELECT * FROM t WHERE id = 5" })
    void nothingPersonal(String text) {
        assertThat(Detector.find(text)).as(text).isEmpty();
    }

    @Test
    void several_inOrder_withoutOverlaps() {
        List<Span> spans = Detector.find("a@example.org, 090-1234-5678; b@example.org");
        assertThat(spans).extracting(Span::kind).containsExactly(Detector.EMAIL, Detector.PHONE,
                Detector.EMAIL);
        assertThat(spans.get(1).first()).isGreaterThanOrEqualTo(spans.get(0).last());
    }

    private static List<List<String>> found(String... texts) {
        List<List<Span>> spans = Detector.find(List.of(texts));
        return IntStream.range(0, texts.length).mapToObj(i -> spans.get(i).stream()
                .map(span -> span.kind().label() + ":" + texts[i].substring(span.first(), span.last())).toList())
                .toList();
    }

    @Test
    void secret_isFoundInAllTextsOfTheBattle_whereItStandsWithoutItsCue() {
        assertThat(found("My password: hunter2hunter2. And tel 030(1234)567 8 9",
                "hunter2hunter2 is weak, ｈｕｎｔｅｒ２hunter2! Not hunter2.", "030(1234)567 8 9"))
                .containsExactly(List.of("key:hunter2hunter2.", "phone:030(1234)567 8 9"),
                        List.of("key:hunter2hunter2", "key:ｈｕｎｔｅｒ２hunter2"), List.of("phone:030(1234)567 8 9"));
    }

    @Test
    void postalCode_japaneseAddress_andNameOfAMailbox_areFoundAgain() {
        assertThat(found("〒100-0001 東京都千代田区丸の内1-2-3、jane.roe@example.org", "100-0001、東京都千代田区丸の内1-2-3",
                "Dear jane.roe,"))
                .containsExactly(
                        List.of("address:〒100-0001", "address:東京都千代田区丸の内1-2-3", "email:jane.roe@example.org"),
                        List.of("address:100-0001", "address:東京都千代田区丸の内1-2-3"), List.of("email:jane.roe"));
        assertThat(found("Ask support@example.org", "The support desk").get(1)).isEmpty();
        assertThat(found("npm i react-dom@18.2.0", "from 'react-dom/client'").get(1)).isEmpty();
        assertThat(found("Mail 123456@example.org to 〒100-0001", "912345678, 123456 and 9100-00012").get(1))
                .containsExactly("email:123456");
    }

    @Test
    void addresses_andShortTexts_areNotLookedForAgain() {
        assertThat(found("I live at 12 Main St. tel", "12 Main Stables")).containsExactly(
                List.of("address:12 Main St."), List.of());
    }

    @Test
    void repeatedText_besideAndAcrossWhatIsFoundAnyway() {
        assertThat(found("password=abcdefgh password=efghijkl", "abcdefghijkl", "jo@abcdefgh.example.org abcdefgh"))
                .containsExactly(List.of("key:abcdefgh", "key:efghijkl"), List.of("key:abcdefghijkl"),
                        List.of("email:jo@abcdefgh.example.org", "key:abcdefgh"));
    }

    @Test
    void manyRepeatedTexts_takeLinearTime() {
        String prefix = "a".repeat(60);
        String secrets = IntStream.range(0, 3_000).mapToObj(i -> "password=" + prefix + i + " ")
                .collect(Collectors.joining());
        assertTimeoutPreemptively(Duration.ofSeconds(20),
                () -> Detector.find(List.of(secrets, "a".repeat(200_000), (prefix + " ").repeat(3_000))));
    }

    @ParameterizedTest
    @ValueSource(strings = { "0", "a@", "東", "東市", "0-", "+1 ", "1 A ", "-----BEGIN A PRIVATE KEY-----" })
    void hostileText_takesLinearTime(String piece) {
        String text = piece.repeat(200_000 / piece.length());
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Detector.find(text));
    }
}
