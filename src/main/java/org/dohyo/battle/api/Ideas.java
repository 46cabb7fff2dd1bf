package org.dohyo.battle.api;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.battle.SuggestedPrompts;
import org.dohyo.text.PlainPrompt;
import org.dohyo.web.Languages;
import org.dohyo.web.Texts;

/** The ideas below an empty prompt. */
@ApplicationScoped
class Ideas implements SuggestedPrompts {

    private final Languages languages;
    private volatile Set<String> plain;

    Ideas(Languages languages) {
        this.languages = languages;
    }

    @Override
    public boolean contains(String prompt) {
        if (plain == null) {
            plain = languages.all().stream().map(tag -> Texts.of(BattleMessages.class, tag)).flatMap(Ideas::of)
                    .map(PlainPrompt::of).collect(Collectors.toSet());
        }
        return plain.contains(prompt);
    }

    private static Stream<String> of(BattleMessages words) {
        return Stream.of(words.idea1(), words.idea2(), words.idea3(), words.idea4(), words.idea5(), words.idea6());
    }
}
