package org.dohyo.benchmark.mmlu;

import java.util.List;

/**
 * A question with four choices.
 *
 * @param subject as the file's name gives it, such as {@code college_physics}
 * @param japanese true if it is in Japanese
 * @param choices four
 * @param answer the letter of the correct choice
 */
public record MmluQuestion(String subject, boolean japanese, String question, List<String> choices, MmluLetter answer) {

    public MmluQuestion {
        choices = List.copyOf(choices);
    }
}
