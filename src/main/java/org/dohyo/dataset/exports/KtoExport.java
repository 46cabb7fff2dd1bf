package org.dohyo.dataset.exports;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.battle.Outcome;
import org.dohyo.battle.Side;

/**
 * TRL's unpaired preference data, for KTO: two records a vote, each an answer and whether it is desirable. Both bad are
 * two undesirable answers; a tie doesn't say whether the answers are good.
 */
@ApplicationScoped
class KtoExport implements ExportFormat<KtoExport.Judged> {

    record Judged(List<Message> prompt, List<Message> completion, boolean label) {
    }

    @Override
    public String name() {
        return "kto";
    }

    @Override
    public Class<Judged> type() {
        return Judged.class;
    }

    @Override
    public boolean needsTexts() {
        return true;
    }

    @Override
    public Optional<Omission> omission(ExportedVote vote) {
        return Omission.undecided(vote).filter(reason -> reason != Omission.BOTH_BAD)
                .or(() -> vote.outcome() == Outcome.BOTH_BAD ? Omission.textless(vote) : Optional.empty());
    }

    @Override
    public List<Judged> records(ExportedVote vote) {
        return Stream.of(Side.values()).map(side -> {
            List<Message> conversation = vote.conversation(side);
            return new Judged(conversation.subList(0, 1), conversation.subList(1, conversation.size()),
                    side == vote.better());
        }).toList();
    }
}
