package org.dohyo.dataset.exports;

import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.battle.Side;

/** The shape of Anthropic's hh-rlhf: two dialogues as plain text. */
@ApplicationScoped
class HhRlhfExport implements PreferenceFormat<HhRlhfExport.Dialogues> {

    record Dialogues(String chosen, String rejected) {
    }

    @Override
    public String name() {
        return "hh-rlhf";
    }

    @Override
    public Class<Dialogues> type() {
        return Dialogues.class;
    }

    @Override
    public Dialogues record(ExportedVote vote, Side better) {
        return new Dialogues(dialogue(vote, better), dialogue(vote, better.other()));
    }

    private static String dialogue(ExportedVote vote, Side side) {
        return vote.texts().stream()
                .map(turn -> "\n\nHuman: " + turn.prompt() + "\n\nAssistant: " + ExportedVote.answer(turn, side))
                .collect(Collectors.joining());
    }
}
