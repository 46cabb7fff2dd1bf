package org.dohyo.benchmark.mtbench;

import java.util.List;
import java.util.Optional;

import org.dohyo.benchmark.runner.PromptTexts;

/** The prompts for a judge, in the language of the question. */
final class JudgePrompt {

    private static final PromptTexts TEXTS = new PromptTexts("mt-bench/judge");

    private JudgePrompt() {
    }

    /**
     * Asks for a score for one answer.
     *
     * @param turn the turn whose answer is graded, counted from 1; earlier turns are shown too
     * @param answers of one model, by turn
     */
    static String grade(MtBenchQuestion question, int turn, List<String> answers) {
        return TEXTS.format(question.language(), "grade", guide(question, question.reference(turn)),
                conversation(question, turn, answers, "assistant"));
    }

    /** Asks for the better of two conversations, the one of {@code a} being shown first. */
    static String compare(MtBenchQuestion question, List<String> a, List<String> b) {
        int turns = question.turns().size();
        StringBuilder known = new StringBuilder();
        for (int turn = 1; turn <= turns; turn++) {
            question.reference(turn).ifPresent(right -> known.append(known.isEmpty() ? "" : "\n\n").append(right));
        }
        return TEXTS.format(question.language(), "compare",
                guide(question, known.isEmpty() ? Optional.empty() : Optional.of(known.toString())),
                "<conversation-of-A>\n" + conversation(question, turns, a, "A") + "\n</conversation-of-A>\n\n"
                        + "<conversation-of-B>\n" + conversation(question, turns, b, "B") + "\n</conversation-of-B>");
    }

    private static String guide(MtBenchQuestion question, Optional<String> reference) {
        return reference.map(right -> TEXTS.format(question.language(), "guide", right)).orElse("");
    }

    private static String conversation(MtBenchQuestion question, int turns, List<String> answers, String assistant) {
        StringBuilder text = new StringBuilder();
        for (int turn = 0; turn < turns; turn++) {
            text.append(turn == 0 ? "" : "\n\n").append("<user>\n").append(question.turns().get(turn))
                    .append("\n</user>\n\n<")
                    .append(assistant).append(">\n").append(answers.get(turn)).append("\n</").append(assistant)
                    .append('>');
        }
        return text.toString();
    }
}
