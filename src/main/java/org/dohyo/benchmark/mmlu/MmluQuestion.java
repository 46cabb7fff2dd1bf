package org.dohyo.benchmark.mmlu;

import java.util.List;

/**
 * A question with four choices.
 *
 * @param subject as the file's name gives it, such as {@code college_physics}
 * @param language of the arena that it is put in
 * @param choices four
 * @param answer the letter of the correct choice
 */
public record MmluQuestion(String subject, String language, String question, List<String> choices, MmluLetter answer) {

    public MmluQuestion {
        choices = List.copyOf(choices);
    }
}
