package org.dohyo.battle;

/** The prompts that the page suggests, in all languages. */
public interface SuggestedPrompts {

    /** @param plain a prompt without what doesn't distinguish it ({@link org.dohyo.text.PlainPrompt}) */
    boolean contains(String plain);
}
