package org.dohyo.provider.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;

import org.dohyo.provider.Message;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DemoScriptTest {

    private static String answer(DemoModel model, String prompt) {
        return DemoScript.answer(model, List.of(new Message(Message.Role.USER, prompt)));
    }

    @ParameterizedTest
    @ValueSource(strings = { "What is 12 + 30?", "12+30", "30 + 12 = ?" })
    void sum_isWorkedOut(String prompt) {
        assertThat(answer(DemoModel.YOKOZUNA, prompt)).contains("= 42**");
    }

    @ParameterizedTest
    @ValueSource(strings = { "What happened on 2024-05-01?", "Call 03-1234-5678", "Is version 1-2-3 out?", "1.5 + 2" })
    void datesAndNumbersOfOtherKinds_areNoSums(String prompt) {
        assertThat(answer(DemoModel.YOKOZUNA, prompt)).doesNotContain("**1", "= ");
    }

    @ParameterizedTest
    @EnumSource(DemoModel.class)
    void noAnswer_namesAModel(DemoModel asked) {
        String prompt = "Are you demo-yokozuna, Demo Ozeki or 横綱? " + asked.id();
        for (DemoModel model : DemoModel.values()) {
            assertThat(answer(model, prompt).toLowerCase(Locale.ROOT)).doesNotContain(asked.id(), "yokozuna", "ozeki", "横綱");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "🎉", "   ", "?!", "\uD800", "```" })
    void oddPrompts_areAnswered(String prompt) {
        for (DemoModel model : DemoModel.values()) {
            assertThat(answer(model, prompt)).isNotBlank();
        }
    }
}
