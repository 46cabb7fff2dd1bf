package org.dohyo.provider.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.ToDoubleBiFunction;

import org.dohyo.provider.Message;
import org.dohyo.rating.BradleyTerry;
import org.dohyo.rating.Fit;
import org.dohyo.rating.PairCount;
import org.dohyo.rating.PairCounts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DemoModelTest {

    private static final List<String> ENGLISH = List.of(
            "Explain to a ten-year-old why the sky is blue and sunsets are red.",
            "Write a short, polite email that moves a meeting from Tuesday to Thursday.",
            "Plan a rainy Saturday in town with two small children and little money.",
            "Write a Python function that finds the longest palindrome in a string.",
            "Compare train and plane for a journey of 600 km: time, cost and climate.",
            "A bat and a ball cost 1.10 together. The bat costs 1 more than the ball. What does the ball cost, and why?",
            "Why do cats purr when nobody is near them?", "Suggest names for a small bakery near the harbour.",
            "What is the difference between weather and climate?", "How do I repair a bicycle tyre without tools?",
            "Tell me about the history of sumo wrestling.", "Is coffee better than tea in the morning?");
    private static final List<String> JAPANESE = List.of(
            "空が青く、夕焼けが赤い理由を、小学生にもわかるように説明してください。",
            "火曜の打ち合わせを木曜に変更してもらうための、短く丁寧なメールを書いてください。",
            "雨の土曜日に、幼い子ども二人とお金をかけずに過ごす一日の予定を立ててください。",
            "文字列の中で最も長い回文を返す Python の関数を書いてください。",
            "東京から大阪への移動について、新幹線と飛行機を時間・費用・環境の面で比べてください。",
            "鶴と亀が合わせて8匹いて、足は全部で22本です。それぞれ何匹か、考え方とともに教えてください。",
            "猫が喉を鳴らす理由は何ですか。", "港の近くにある小さなパン屋の名前の案を挙げてください。",
            "天気と気候の違いは何ですか。", "工具なしで自転車のパンクを直す手順を教えてください。",
            "大相撲の歴史について詳しく説明してください。", "朝の飲み物は珈琲と紅茶のどちらがよいでしょうか。");
    private static final int JUDGEMENTS = 10;

    private static String answer(DemoModel model, String... prompts) {
        List<Message> conversation = new ArrayList<>();
        for (String prompt : prompts) {
            if (!conversation.isEmpty()) {
                conversation.add(new Message(Message.Role.ASSISTANT, "…"));
            }
            conversation.add(new Message(Message.Role.USER, prompt));
        }
        return model.answer(Question.last(conversation));
    }

    private static Fit judged(List<String> prompts, ToDoubleBiFunction<String, String> judge) {
        DemoModel[] models = DemoModel.values();
        Random random = new Random(15);
        List<PairCount> counts = new ArrayList<>();
        for (int i = 0; i < models.length; i++) {
            for (int j = i + 1; j < models.length; j++) {
                counts.add(battles(prompts, models, i, j, judge, random));
            }
        }
        return BradleyTerry.fit(new PairCounts(models.length, counts));
    }

    private static PairCount battles(List<String> prompts, DemoModel[] models, int i, int j,
            ToDoubleBiFunction<String, String> judge, Random random) {
        int wins = 0;
        for (String prompt : prompts) {
            double preference = DemoJudge.preference(judge.applyAsDouble(prompt, answer(models[i], prompt)),
                    judge.applyAsDouble(prompt, answer(models[j], prompt)));
            for (int k = 0; k < JUDGEMENTS; k++) {
                wins += random.nextDouble() < preference ? 1 : 0;
            }
        }
        return new PairCount(i, j, wins, (long) prompts.size() * JUDGEMENTS - wins, 0, 0);
    }

    /** How many models are better than the next one, beyond the 95% interval of their difference. */
    private static int toldApart(Fit fit) {
        int apart = 0;
        for (int i = 0; i + 1 < fit.ratings().length; i++) {
            double[][] covariance = fit.covariance();
            double variance = covariance[i][i] + covariance[i + 1][i + 1] - 2 * covariance[i][i + 1];
            apart += fit.ratings()[i] - fit.ratings()[i + 1] > 1.96 * Math.sqrt(variance) ? 1 : 0;
        }
        return apart;
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void judge_ordersAllSix(Language language) {
        List<String> prompts = language == Language.ENGLISH ? ENGLISH : JAPANESE;
        assertThat(toldApart(judged(prompts, DemoJudge::points))).isEqualTo(5);
        // A judge who tosses a coin orders nobody: the order is in the answers, not in the count.
        assertThat(toldApart(judged(prompts, (prompt, answer) -> 0))).isLessThan(3);
    }

    @ParameterizedTest
    @EnumSource(value = DemoModel.class, names = { "YOKOZUNA", "OZEKI", "SEKIWAKE", "KOMUSUBI" })
    void answers_areAboutTheirOwnPrompt(DemoModel model) {
        for (List<String> prompts : List.of(ENGLISH, JAPANESE)) {
            double own = 0;
            double others = 0;
            for (int i = 0; i < prompts.size(); i++) {
                String answer = answer(model, prompts.get(i));
                own += DemoJudge.covered(prompts.get(i), answer);
                others += DemoJudge.covered(prompts.get((i + 1) % prompts.size()), answer);
            }
            assertThat(own).isGreaterThan(3 * others);
        }
    }

    @ParameterizedTest
    @CsvSource({ "Write a Java function that counts the vowels,```",
            "Write an email to my landlord about heating,> Dear",
            "Compare cats and dogs,for cats and for dogs", "火曜の会議を延期するメールを書いてください,お世話になっております",
            "新幹線と飛行機を比べてください,新幹線も飛行機も", "犬の名前の案を挙げてください,四つの案" })
    void kinds_areRecognised(String prompt, String expected) {
        assertThat(answer(DemoModel.YOKOZUNA, prompt)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({ "Make a table of the planets,|--", "Compare cats and dogs in a table,|---|", "惑星を表にまとめてください,|--",
            "Write a Python function that sorts words,```python", "素数を調べる Python の関数を書いてください,```python",
            "Explain the theorem of Pythagoras with a formula,$$", "二次方程式の解の公式を教えてください,$$" })
    void tablesCodeAndMathematics_areGivenByTheFirstThree(String prompt, String expected) {
        assertThat(answer(DemoModel.YOKOZUNA, prompt)).contains(expected);
        assertThat(answer(DemoModel.OZEKI, prompt)).contains(expected);
        assertThat(answer(DemoModel.SEKIWAKE, prompt)).contains(expected);
    }

    /** The cards of the first page are what most people try first. */
    @ParameterizedTest
    @CsvSource({ "0,scatter,散ら", "1,move our meeting,木曜の同じ時刻|木曜日の同じ時刻", "2,library,図書館",
            "3,longest_palindrome,longest_palindrome",
            "4,Plane,新幹線", "5,0.05,亀は3匹" })
    void cardsOfTheFirstPage_getAnAnswerToTheirQuestion(int card, String english, String japanese) {
        for (DemoModel model : List.of(DemoModel.YOKOZUNA, DemoModel.OZEKI, DemoModel.SEKIWAKE)) {
            assertThat(answer(model, ENGLISH.get(card))).contains(english);
            assertThat(answer(model, JAPANESE.get(card))).containsPattern(japanese);
        }
    }

    @Test
    void followUp_staysOnItsSubject() {
        assertThat(answer(DemoModel.YOKOZUNA, "Why do volcanoes erupt?", "Shorter, please."))
                .containsIgnoringCase("volcanoes")
                .hasSizeLessThan(answer(DemoModel.YOKOZUNA, "Why do volcanoes erupt?").length() / 2);
        assertThat(answer(DemoModel.YOKOZUNA, "火山が噴火する理由は何ですか。", "もっと詳しく")).contains("火山");
        assertThat(answer(DemoModel.YOKOZUNA, "Why do volcanoes erupt?", "火山について教えてください。")).contains("見えること", "火山");
    }

    @ParameterizedTest
    @CsvSource({ "What is 12 + 30?,12 + 30 = 42", "12+30,12 + 30 = 42", "7 / 2 = ?,7 ÷ 2 = 3.5",
            "10÷3は?,10 ÷ 3 ≈ 3.333333333",
            "0.1 + 0.2,0.1 + 0.2 = 0.3", "What is 1.5 - 2?,1.5 - 2 = -0.5",
            "123456789012345678 * 987654321098765432 please,121932631137021794322511812221002896" })
    void sum_isWorkedOutByTheFirstThree(String prompt, String equation) {
        assertThat(answer(DemoModel.YOKOZUNA, prompt)).contains(equation);
        assertThat(answer(DemoModel.OZEKI, prompt)).contains(equation);
        assertThat(answer(DemoModel.SEKIWAKE, prompt)).contains(equation);
        assertThat(answer(DemoModel.KOMUSUBI, prompt)).doesNotContain("=");
    }

    @ParameterizedTest
    @ValueSource(strings = { "What happened on 2024-05-01?", "Call 03-1234-5678", "Is version 1-2-3 out?",
            "Is it open 24/7?",
            "1 + 2 + 3", "Divide 5 / 0", "Log4j2 + 3" })
    void datesAndNumbersOfOtherKinds_areNoSums(String prompt) {
        assertThat(Sum.in(prompt)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(DemoModel.class)
    void noAnswer_namesAModel(DemoModel asked) {
        String prompt = "Are you demo-yokozuna, Demo Ozeki, demo​-ozeki or 横綱? Dear yoko*zuna and " + asked.id();
        for (DemoModel model : DemoModel.values()) {
            assertThat(answer(model, prompt).toLowerCase(Locale.ROOT)).doesNotContain(asked.id(), "yokozuna", "ozeki",
                    "横綱");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "🎉", "   ", "?!", "\uD800", "```", "{topic} $1 \\ {word}", "𠮷野家の𠮷", "A" })
    void oddPrompts_areAnsweredInWholeCharacters(String prompt) {
        for (DemoModel model : DemoModel.values()) {
            assertThat(answer(model, prompt)).isNotBlank().doesNotContain("\uD800 ")
                    .satisfies(text -> assertThat(text.codePoints()).noneMatch(c -> c >= 0xD800 && c <= 0xDFFF));
            assertThat(answer(model, prompt, "more")).isNotBlank();
        }
    }

    @Test
    void theLast_isQuickWithItsFewWords() {
        DemoModel.Pace pace = DemoModel.JONOKUCHI.pace();
        assertThat(pace.firstMillis() + pace.chunks() * pace.chunkMillis()).isLessThan(2_000);
        assertThat(Language.of(answer(DemoModel.JONOKUCHI, "犬は好きですか。"))).isEqualTo(Language.JAPANESE);
    }
}
