package org.dohyo.benchmark.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.dohyo.benchmark.mmlu.MmluQuestion;
import org.dohyo.benchmark.mmlu.MmluSet;
import org.dohyo.benchmark.mtbench.MtBenchQuestion;
import org.dohyo.benchmark.mtbench.MtBenchSet;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Our own questions as they are shipped. */
class QuestionSetsTest {

    @Test
    void ownChoices_haveSixSubjectsInEachLanguage_withExamples() {
        MmluSet set = new QuestionSets(null, new ObjectMapper()).shipped("mmlu").mmlu();
        Map<Boolean, List<MmluQuestion>> byLanguage = set.questions().stream()
                .collect(Collectors.partitioningBy(MmluQuestion::japanese));
        byLanguage.forEach((japanese, questions) -> {
            assertThat(questions).hasSize(36);
            assertThat(questions.stream().map(MmluQuestion::subject).distinct()).hasSize(6)
                    .allMatch(subject -> subject.startsWith("ja_") == japanese);
        });
        assertThat(set.questions()).allSatisfy(question -> {
            assertThat(question.choices()).doesNotHaveDuplicates();
            assertThat(set.examples(question, 5)).hasSize(2).doesNotContain(question);
        });
    }

    @Test
    void ownConversations_areOfBothLanguages() {
        MtBenchSet set = new QuestionSets(null, new ObjectMapper()).shipped("mt-bench").mtBench();
        assertThat(set.questions()).hasSize(32);
        assertThat(set.questions().stream().map(MtBenchQuestion::id)).doesNotHaveDuplicates();
    }
}
