package org.dohyo.dataset.exports;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.battle.Exchange;
import org.dohyo.battle.Side;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/** The shape of RewardBench, whose prompts have one turn. The subset is the category of the prompt's language. */
@ApplicationScoped
class RewardBenchExport implements PreferenceFormat<RewardBenchExport.Comparison> {

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Comparison(String prompt, String chosen, String chosenModel, String rejected, String rejectedModel,
            String subset, String id) {
    }

    @Override
    public String name() {
        return "rewardbench";
    }

    @Override
    public Class<Comparison> type() {
        return Comparison.class;
    }

    @Override
    public Optional<Omission> omission(ExportedVote vote) {
        return PreferenceFormat.super.omission(vote)
                .or(() -> vote.texts().size() > 1 ? Optional.of(Omission.MULTI_TURN) : Optional.empty());
    }

    @Override
    public Comparison record(ExportedVote vote, Side better) {
        Exchange turn = vote.texts().get(0);
        return new Comparison(turn.prompt(), ExportedVote.answer(turn, better), vote.model(better),
                ExportedVote.answer(turn, better.other()), vote.model(better.other()), vote.language(),
                vote.identity());
    }
}
