package org.dohyo.project.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.dohyo.text.NameLeaks;
import org.junit.jupiter.api.Test;

class OwnNamesTest {

    private static final List<NameLeaks> NAMES = List.of(NameLeaks.of(List.of("candidate-b"), "", List.of()),
            NameLeaks.of(List.of("Quorvex 9", "quorvex-9-instruct"), "Brillmax Labs", List.of()));

    @Test
    void anyTurn_andAnyOfTheModelsNames_givesItAway() {
        assertThat(OwnNames.first(NAMES, List.of("Yes.", "I'm Quorvex\n9."))).isEqualTo("Quorvex 9");
        assertThat(OwnNames.first(NAMES, List.of("Made by brillmax labs."))).isEqualTo("brillmax labs");
        assertThat(OwnNames.first(NAMES, List.of("Ask candidate-b."))).isEqualTo("candidate-b");
    }

    @Test
    void anotherModelsName_orAPartOfAWord_givesNothingAway() {
        assertThat(OwnNames.first(NAMES, List.of("I'm Tresk 1.", "The best candidate wins; quorvexing."))).isEmpty();
        assertThat(OwnNames.first(List.of(NameLeaks.of(List.of("quorvex-9"), "", List.of("Quorvex"))),
                List.of("Quorvex is a word."))).isEmpty();
    }

    @Test
    void longWords_areCut() {
        assertThat(OwnNames.first(NAMES, List.of("quorvex" + " -".repeat(500) + " 9"))).hasSizeLessThan(130);
    }
}
