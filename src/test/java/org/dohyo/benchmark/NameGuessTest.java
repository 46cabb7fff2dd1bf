package org.dohyo.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.dohyo.model.Model;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameGuessTest {

    private static Model model(String slug, String name, String... aliases) {
        Model model = new Model();
        model.slug = slug;
        model.name = name;
        model.aliases = aliases;
        return model;
    }

    @ParameterizedTest
    @CsvSource(nullValues = "none", textBlock = """
            rinna/japanese-gpt-neox-3.6b-instruction-ppo, rinna-ppo
            rinna/japanese-gpt-neox-3.6b-instruction-sft, rinna-sft
            meta-llama/Llama-2-7b-chat-hf,                llama-2-7b-chat
            meta-llama/Llama-2-13b-chat-hf,               llama-2-13b-chat
            /data/models/llama-2-7b-chat/,                llama-2-7b-chat
            Stable LM Tuned,                              stablelm
            calm2,                                        none
            x,                                            none
            いろは,                                       iroha
            """)
    void mostSimilarName_isGuessed(String name, String slug) {
        List<Model> models = List.of(model("llama-2-13b-chat", "Llama 2 13B Chat"),
                model("llama-2-7b-chat", "Llama 2 7B Chat"),
                model("rinna-ppo", "Japanese GPT-NeoX 3.6B instruction PPO"),
                model("rinna-sft", "Japanese GPT-NeoX 3.6B instruction SFT"),
                model("stablelm", "A", "StableLM-Tuned"), model("iroha", "いろは"));
        assertThat(NameGuess.of(name, models).orElse(null)).isEqualTo(slug);
    }
}
