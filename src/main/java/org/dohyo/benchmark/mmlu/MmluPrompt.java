package org.dohyo.benchmark.mmlu;

import java.util.List;

import org.dohyo.benchmark.runner.PromptTexts;

/**
 * A question in the form of D. Hendrycks and others (Measuring massive multitask language understanding, 2021): a line
 * that names the subject, solved examples, the question, and the answer's beginning. Chat models are also asked to give
 * only the letter.
 */
final class MmluPrompt {

    private static final PromptTexts TEXTS = new PromptTexts("mmlu/prompt");

    private MmluPrompt() {
    }

    /** @param examples of the same subject, solved; empty for a question without examples */
    static String of(MmluQuestion question, List<MmluQuestion> examples) {
        String subject = question.subject().replace('_', ' ');
        StringBuilder text = new StringBuilder(TEXTS.format(question.language(), "lead", subject));
        for (MmluQuestion example : examples) {
            append(example, text);
            text.append(' ').append(example.answer()).append("\n\n");
        }
        append(question, text);
        return text.toString();
    }

    private static void append(MmluQuestion question, StringBuilder text) {
        text.append(question.question()).append('\n');
        for (MmluLetter letter : MmluLetter.values()) {
            text.append(letter).append(". ").append(question.choices().get(letter.ordinal())).append('\n');
        }
        text.append(TEXTS.format(question.language(), "answer"));
    }
}
